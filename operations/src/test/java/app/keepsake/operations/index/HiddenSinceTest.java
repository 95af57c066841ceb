package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.media.JpegWriter;
import app.keepsake.memories.Withdrawal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index run finds hidden is withdrawn from what was made before. */
final class HiddenSinceTest {
    private static final String HIDDEN = "{\"title\": \"0-A.jpg\", \"archived\": true}";

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private Catalog catalog;
    private Path photo;
    private Asset asset;

    @BeforeEach
    void makeAFilmOfAPhoto() throws IOException {
        catalog = Catalog.open(home.resolve("catalog.db"));
        photo = Files.createDirectories(folder.resolve("walk")).resolve("0-A.jpg");
        write(photo, 0);
        index();
        asset = catalog.assets().find(ContentHash.of(photo)).orElseThrow();
        LocalDate day = LocalDate.of(2024, 5, 3);
        Memory memory = new Memory(
                "walk", "event", "A walk", "", day, day, 1, 0, List.of(new Shot(asset.id(), Shot.Role.BODY, "")), "1");
        assertThat(catalog.memories().put(List.of(memory), catalog.choices().revision()))
                .isTrue();
        assertThat(Withdrawal.rendered(catalog, home.resolve("walk.mp4"), memory, List.of(), Locale.ENGLISH)
                        .withdrawnBecause())
                .isEmpty();
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private static void write(Path file, long seed) throws IOException {
        JpegWriter.write(TestPhotos.picture(seed), file, 0.6f);
    }

    private void index() throws IOException {
        index(new FileNameReading());
    }

    private void index(FileReading reading) throws IOException {
        new Indexer(catalog, reading, home, 1).index(List.of(folder), () -> false, new Indexer.Listener() {
            @Override
            public void reading(int files) {}

            @Override
            public void read() {}
        });
    }

    private void assertWithdrawn() {
        assertThat(catalog.memories().films())
                .singleElement()
                .satisfies(film -> assertThat(film.withdrawnBecause()).isPresent());
        assertThat(catalog.memories().all()).isEmpty();
    }

    @Test
    void bySidecar() throws IOException {
        Files.writeString(folder.resolve("walk").resolve("0-A.jpg.json"), HIDDEN);
        index();
        assertWithdrawn();
    }

    /** As by a kill: what was begun is not taken for done. */
    @Test
    void bySidecarThatWasBeingReadWhenARunDied() throws IOException {
        Path sidecar = folder.resolve("walk").resolve("0-A.jpg.json");
        Files.writeString(sidecar, HIDDEN);
        TestPhotos.age(photo, sidecar);
        Stumbling dying = new Stumbling(new FileNameReading(), new StackOverflowError("The run dies."));
        assertThatThrownBy(() -> index(dying)).hasStackTraceContaining("The run dies.");
        index();
        assertWithdrawn();
    }

    @Test
    void byAFolderThatIsTakenOffTheAllowedOnes() throws IOException {
        Choice walk = catalog.choices()
                .add(Choice.Stance.ALLOW, new Subject.OfFolder(photo.getParent().toString()), "");
        catalog.choices()
                .add(
                        Choice.Stance.ALLOW,
                        new Subject.OfFolder(home.resolve("other").toString()),
                        "");
        index();
        assertThat(catalog.memories().films().getFirst().withdrawnBecause()).isEmpty();
        assertThat(catalog.choices().remove(walk.id())).isTrue();
        index();
        assertWithdrawn();
    }

    @Test
    void bySidecarOfACopy() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("archive")).resolve("0-A.jpg");
        Files.copy(photo, copy);
        Files.writeString(copy.resolveSibling("0-A.jpg.json"), HIDDEN);
        index();
        assertWithdrawn();
        Files.writeString(photo.resolveSibling("0-A.jpg.json"), "{\"title\": \"0-A.jpg\", \"favorited\": true}");
        index();
        assertThat(catalog.assets().find(asset.id()).orElseThrow().facts().hidden())
                .as("another copy's sidecar says nothing of it")
                .isTrue();
    }

    @Test
    void whatACopySaidStandsWhileItCannotBeRead() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("archive")).resolve("0-A.jpg");
        Files.copy(photo, copy);
        Files.writeString(copy.resolveSibling("0-A.jpg.json"), HIDDEN);
        TestPhotos.age(copy, copy.resolveSibling("0-A.jpg.json"));
        index();
        Files.writeString(photo.resolveSibling("0-A.jpg.json"), "{\"title\": \"0-A.jpg\", \"favorited\": true}");
        index(new Stumbling(new FileNameReading(), copy, new IOException("Stale file handle")));
        AssetFacts facts = catalog.assets().find(asset.id()).orElseThrow().facts();
        assertThat(facts.favourite()).isTrue();
        assertThat(facts.hidden()).isTrue();
    }

    @Test
    void bySidecarOfAMovedPhoto() throws IOException {
        Path moved = Files.createDirectories(folder.resolve("archive")).resolve("0-A.jpg");
        Files.move(photo, moved);
        Files.writeString(moved.resolveSibling("0-A.jpg.json"), HIDDEN);
        index();
        assertWithdrawn();
    }

    @Test
    void byNomediaAndBackWithoutIt() throws IOException {
        Path closed = Files.createFile(photo.resolveSibling(".nomedia"));
        index();
        assertWithdrawn();
        Files.delete(closed);
        index();
        Film film = catalog.memories().films().getFirst();
        assertThat(film.withdrawnBecause())
                .as("nothing speaks against it any more")
                .isEmpty();
    }

    @Test
    void byContentThatIsAnotherOneNow() throws IOException {
        write(photo, 1);
        index();
        assertWithdrawn();
    }

    @Test
    void byAFaceThatTurnsOutToBeSomebodysWhoIsHidden() throws IOException {
        long anna = catalog.people().all().getFirst().id();
        long face = catalog.assets()
                .view(asset.id())
                .orElseThrow()
                .faces()
                .getFirst()
                .id();
        catalog.people().correct(anna, List.of(face), false);
        index();
        catalog.people().hide(anna, true);
        Withdrawal.Effect none = Withdrawal.apply(catalog, Locale.ENGLISH);
        assertThat(none.films()).isEmpty();
        catalog.people().correct(anna, List.of(face), true);
        index();
        assertWithdrawn();
    }
}
