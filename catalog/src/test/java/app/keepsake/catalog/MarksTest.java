package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Marks.Mark;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class MarksTest {
    private static final LocalDate DAY = LocalDate.of(2024, 8, 1);
    private static final Instant NOW = Instant.parse("2024-08-01T10:00:00Z");

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private CatalogLocation location;
    private Catalog catalog;

    @BeforeEach
    void open() {
        location = engine.newCatalog(folder);
        catalog = Catalog.open(location, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void oneMarkAtATimeIsKeptAndTakenBack() {
        catalog.marks().put("a", Mark.PINNED);
        catalog.marks().put("b", Mark.PINNED);
        catalog.marks().put("b", Mark.DELETED);
        catalog.close();
        catalog = Catalog.open(location, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(catalog.marks().all()).isEqualTo(Map.of("a", Mark.PINNED, "b", Mark.DELETED));
        assertThat(catalog.marks().remove("b")).isTrue();
        assertThat(catalog.marks().remove("b")).isFalse();
        assertThat(catalog.marks().all()).containsOnlyKeys("a");
    }

    @Test
    void theyFollowAMemoryThatIsCalledOtherwise() {
        catalog.marks().put("a", Mark.PINNED);
        catalog.marks().put("b", Mark.DELETED);
        catalog.marks().put("taken", Mark.PINNED);
        long revision = catalog.choices().revision();
        assertThat(catalog.memories().replace(Set.of(), List.of(), Map.of("a", "new", "b", "taken"), revision))
                .isTrue();
        assertThat(catalog.marks().all())
                .isEqualTo(Map.of("new", Mark.PINNED, "b", Mark.DELETED, "taken", Mark.PINNED));
    }

    @Test
    void aCoverIsKeptAndStandsOnlyWhileItIsAShot() {
        Asset first;
        Asset second;
        try (Indexing indexing = catalog.beginIndexing()) {
            first = Samples.add(indexing, folder.resolve("a.jpg"), Samples.NOON, List.of());
            second = Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON, List.of());
        }
        List<Shot> shots =
                List.of(new Shot(first.id(), Shot.Role.OPENING, ""), new Shot(second.id(), Shot.Role.CLOSING, ""));
        Memory memory = new Memory("a", "trip", "Lisbon", "", DAY, DAY, 0.5, 0.25, shots, "v1").coveredBy(second.id());
        assertThat(catalog.memories().put(List.of(memory), catalog.choices().revision()))
                .isTrue();
        Memory read = catalog.memories().find("a").orElseThrow();
        assertThat(read).isEqualTo(memory);
        assertThat(read.coverShown()).isEqualTo(second.id());
        assertThat(read.edited("Lisbon", "", shots.subList(0, 1), Edit.NONE).coverShown())
                .isEqualTo(first.id());
    }

    @Test
    void theyAreInWhatWasSaid() {
        catalog.marks().put("a", Mark.PINNED);
        catalog.marks().put("b", Mark.DELETED);
        Said said = catalog.said();
        assertThat(said.marks())
                .containsExactly(new Said.Marked("a", Mark.PINNED, NOW), new Said.Marked("b", Mark.DELETED, NOW));
        boolean ignored = catalog.marks().remove("a");
        catalog.marks().put("b", Mark.PINNED);
        catalog.marks().put("c", Mark.PINNED);
        assertThat(catalog.restore(said, Restored.Way.MERGE, () -> {}).edits()).isEqualTo(1);
        assertThat(catalog.marks().all()).isEqualTo(Map.of("a", Mark.PINNED, "b", Mark.PINNED, "c", Mark.PINNED));
        assertThat(catalog.restore(said, Restored.Way.REPLACE, () -> {}).edits())
                .isEqualTo(2);
        assertThat(catalog.marks().all()).isEqualTo(Map.of("a", Mark.PINNED, "b", Mark.DELETED));
    }
}
