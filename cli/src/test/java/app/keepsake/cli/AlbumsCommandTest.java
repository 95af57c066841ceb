package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AlbumFound;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Subject;
import app.keepsake.operations.OneDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlbumsCommandTest {
    @TempDir
    Path folder;

    private final List<Long> assets = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException {
        OneDay.write(folder, 4, 0);
        try (Catalog catalog = catalog()) {
            catalog.assets().each(view -> assets.add(view.asset().id()));
            catalog.albums()
                    .replace(
                            "folders",
                            List.of(
                                    new AlbumFound("1", "Hochzeit Anna", "", false, assets),
                                    new AlbumFound("2", "Harz", "", false, assets.subList(0, 1)),
                                    new AlbumFound("3", "Harz", "", false, assets.subList(1, 3)),
                                    new AlbumFound("4", "Été à Nice", "Avec Bob", true, assets.subList(3, 4))));
        }
    }

    private Catalog catalog() {
        return Catalog.open(folder.resolve("catalog.db"));
    }

    private TestCommand run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--library", folder.toString()));
        return TestCommand.run(all.toArray(String[]::new));
    }

    @Test
    void listsAlbumsForPeopleAndPrograms() {
        TestCommand listed = run("albums");
        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains("Hochzeit Anna, 2024-05-03, 4 pictures", "Été à Nice, 2024-05-03, 1 picture");

        TestCommand json = run("albums", "--json");
        assertThat(json.out().lines()).hasSize(4);
        assertThat(json.out())
                .contains("\"title\":\"Été à Nice\",\"description\":\"Avec Bob\",\"shared\":true,\"count\":1,"
                        + "\"firstDay\":\"2024-05-03\",\"lastDay\":\"2024-05-03\"");
    }

    @Test
    void whatIsNeverToBeShownIsNotCounted() {
        try (Catalog catalog = catalog()) {
            for (long asset : assets.subList(2, 4)) {
                AssetView view = catalog.assets().view(asset).orElseThrow();
                catalog.choices()
                        .add(
                                Choice.Stance.NEVER,
                                new Subject.OfAsset(view.asset().hash()),
                                "");
            }
        }
        assertThat(run("albums").out())
                .contains("Hochzeit Anna, 2024-05-03, 2 pictures")
                .doesNotContain("Nice");
        assertThat(run("movie", "--album", "Été à Nice").err()).contains("No album is called \"Été à Nice\"");
    }

    @Test
    void aTitleThatIsNoneOrSeveralIsAnsweredWithThoseThatAreMeant() {
        TestCommand misspelt = run("movie", "--album", "Hochzeit Hanna");
        assertThat(misspelt.code()).isEqualTo(1);
        assertThat(misspelt.err())
                .contains("No album is called \"Hochzeit Hanna\"", "Hochzeit Anna, 2024-05-03")
                .doesNotContain("Harz");
        assertThat(run("movie", "--album", "anna").err()).contains("Hochzeit Anna");
        assertThat(run("movie", "--album", "Weihnachten").err()).contains("\"keepsake albums\" lists");

        TestCommand several = run("movie", "--album", "harz");
        assertThat(several.code()).isEqualTo(1);
        assertThat(several.err()).contains("2 albums are called \"harz\"", "1 picture", "2 pictures");
    }

    @Test
    void aLibraryWithoutAlbumsSaysSo(@TempDir Path empty) {
        Catalog.open(empty.resolve("catalog.db")).close();
        TestCommand listed = TestCommand.run("albums", "--library", empty.toString());
        assertThat(listed.out()).contains("No albums yet");
        assertThat(TestCommand.run("movie", "--album", "Harz", "--library", empty.toString())
                        .err())
                .contains("There is no album yet");
    }
}
