package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class EditsTest {
    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private static Edit titled(String title) {
        return new Edit(Optional.of(title), Optional.of(""), Optional.empty(), 0, Optional.empty(), List.of());
    }

    @Test
    void outliveTheCatalogThatWasOpenAndTheirMemory() {
        CatalogLocation place = engine.newCatalog(folder);
        Edit all;
        try (Catalog catalog = Catalog.open(place)) {
            Asset first;
            Asset second;
            try (Indexing indexing = catalog.beginIndexing()) {
                first = Samples.add(indexing, folder.resolve("a.jpg"), Samples.NOON, List.of());
                second = Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON, List.of());
            }
            all = new Edit(
                    Optional.of("Our summer"),
                    Optional.of("by the lake"),
                    Optional.of("epic"),
                    3,
                    Optional.of(folder.resolve("song.mp3")),
                    List.of(second.id(), first.id()),
                    Map.of(first.id(), false, second.id(), true),
                    Map.of(
                            first.id(),
                            new ShotEdit(Optional.of("Grandma's boat"), ShotEdit.Hold.LONGER),
                            second.id(),
                            new ShotEdit(Optional.of(""), ShotEdit.Hold.USUAL)));
            catalog.edits().put("a", titled("One"));
            catalog.edits().put("a", all);
            catalog.edits().put("b", titled("Two"));
            assertThat(catalog.memories()
                            .replace(
                                    Set.of("a", "b"),
                                    List.of(),
                                    catalog.choices().revision()))
                    .isTrue();
        }
        try (Catalog catalog = Catalog.open(place)) {
            assertThat(catalog.edits().of("a")).isEqualTo(all);
            assertThat(catalog.edits().all()).containsOnlyKeys("a", "b").containsEntry("b", titled("Two"));
            catalog.edits().put("a", Edit.NONE);
            assertThat(catalog.edits().of("a")).isEqualTo(Edit.NONE);
            assertThat(catalog.edits().all()).containsOnlyKeys("b");
        }
    }

    @Test
    void havePrintsOfTheirOwn() {
        assertThat(Edit.NONE.print()).isEmpty();
        assertThat(titled("One").print())
                .isEqualTo(titled("One").print())
                .isNotEqualTo(titled("Two").print())
                .isEqualTo(titled("One").detailed(Map.of(1L, ShotEdit.NONE)).print())
                .isNotEqualTo(titled("One")
                        .detailed(Map.of(1L, new ShotEdit(Optional.empty(), ShotEdit.Hold.SHORTER)))
                        .print());
    }

    @Test
    void refuseWhatNoFilmCanShow() {
        assertThatThrownBy(() -> titled("two\nlines")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> titled(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> titled("a".repeat(121))).hasMessageContaining("120");
        assertThatThrownBy(() -> new ShotEdit(Optional.of("a\tb"), ShotEdit.Hold.USUAL))
                .hasMessageContaining("one line");
        assertThatThrownBy(() -> new Edit(
                        Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of(1L, 1L)))
                .hasMessageContaining("each once");
    }
}
