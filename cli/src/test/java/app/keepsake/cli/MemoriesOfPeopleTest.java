package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.memories.TellMemories;
import app.keepsake.simulator.Found;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user changed of memories about people stays when somebody else gets the same name. */
final class MemoriesOfPeopleTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);
    private static final Edit EDIT =
            new Edit(Optional.of("Our year"), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of());

    @TempDir
    Path folder;

    private Catalog catalog;
    private final Set<Long> assetsOfAnna = new HashSet<>();
    private long anna;
    private long berta;

    @BeforeEach
    void fill() {
        catalog = Catalog.open(folder.resolve("catalog.db"));
        berta = person("Berta", 1, new HashSet<>());
        anna = person("Anna", 2, assetsOfAnna);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    /** On sixty photos of two years. */
    private long person(String name, int hour, Set<Long> assets) {
        long person = catalog.people().create(false).id();
        catalog.people().name(person, name);
        try (Indexing indexing = catalog.beginIndexing()) {
            for (int i = 0; i < 60; i++) {
                String file = name + i;
                Asset asset = indexing.add(
                        folder.resolve(file + ".jpg"),
                        new FileStamp(1, 1, 0),
                        ContentHash.ofContent(file.getBytes(StandardCharsets.UTF_8)),
                        OneDay.facts(LocalDateTime.of(2022, 1, 3, 9 + hour, 0).plusDays(10L * i)),
                        "m1",
                        Found.faces("v1", AssetFace.detected(new Box(0.3, 0.3, 0.3, 0.3), 0.9)));
                assets.add(asset.id());
                catalog.people()
                        .assign(Map.of(
                                catalog.assets()
                                        .view(asset.id())
                                        .orElseThrow()
                                        .faces()
                                        .getFirst()
                                        .id(),
                                person));
            }
        }
        return person;
    }

    private List<Memory> makeMemories() {
        return new TellMemories(catalog, Locale.getDefault()).on(TODAY);
    }

    private boolean isOfAnna(Memory memory) {
        return assetsOfAnna.containsAll(
                memory.shots().stream().map(Shot::assetId).toList());
    }

    private Memory yearOfAnna() {
        return makeMemories().stream()
                .filter(memory ->
                        memory.kind().equals("person") && memory.title().contains("2022"))
                .filter(this::isOfAnna)
                .findFirst()
                .orElseThrow();
    }

    private void assertEditIsAnnas() {
        assertThat(makeMemories())
                .filteredOn(memory -> memory.title().equals("Our year"))
                .singleElement()
                .satisfies(memory -> assertThat(isOfAnna(memory)).isTrue());
    }

    @Test
    void anEditSurvivesASecondPersonOfTheName() {
        Memory year = yearOfAnna();
        catalog.edits().put(year.id(), EDIT);
        assertEditIsAnnas();
        catalog.people().name(berta, "Anna");
        assertEditIsAnnas();
        catalog.people().name(berta, "Berta");
        assertEditIsAnnas();
        assertThat(catalog.edits().all()).isEqualTo(Map.of(year.id(), EDIT));
    }

    @Test
    void anEditUnderTheNumberAloneIsFound() {
        Memory year = yearOfAnna();
        String before = ContentHash.ofContent(("person " + anna + " 2022").getBytes(StandardCharsets.UTF_8))
                .toString();
        catalog.edits().put(year.id().replaceFirst("[0-9a-f]{4}$", before.substring(0, 4)), EDIT);
        assertEditIsAnnas();
        assertThat(catalog.edits().all()).isEqualTo(Map.of(year.id(), EDIT));
    }
}
