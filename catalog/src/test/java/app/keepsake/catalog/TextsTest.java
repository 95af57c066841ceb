package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
final class TextsTest {
    private static final WrittenLine CAFE = new WrittenLine("Café Central", 0.9, new Box(0.1, 0.2, 0.5, 0.1));
    private static final WrittenLine PRICE = new WrittenLine("2,50", 0.8, new Box(0.1, 0.4, 0.2, 0.1));

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Catalog catalog;
    private Asset older;
    private Asset newer;

    @BeforeEach
    void openWithTwoPhotos() {
        catalog = Catalog.open(engine.newCatalog(folder));
        try (Indexing indexing = catalog.beginIndexing()) {
            older = Samples.add(indexing, folder.resolve("a.jpg"), Samples.NOON, List.of());
            newer = Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON.plusDays(1), List.of());
        }
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private List<Long> unread(String version) {
        return catalog.texts().unread(version, 10).stream().map(Asset::id).toList();
    }

    @Test
    void keepsLinesInTheirOrderAndReplacesThem() {
        catalog.texts().write(older.id(), List.of(PRICE, PRICE, PRICE), "1");
        catalog.texts().write(older.id(), List.of(CAFE, PRICE), "1");
        assertThat(catalog.texts().of(older.id())).containsExactly(CAFE, PRICE);
        assertThat(catalog.texts().of(newer.id())).isEmpty();
        List<String> heard = new ArrayList<>();
        catalog.texts().each((asset, text) -> heard.add(asset + " " + text));
        assertThat(heard).containsExactly(older.id() + " Café Central", older.id() + " 2,50");
    }

    @Test
    void theNewestComeFirstAndThoseThatAnotherVersionReadComeLast() {
        assertThat(unread("1")).containsExactly(newer.id(), older.id());
        catalog.texts().write(newer.id(), List.of(), "1");
        assertThat(unread("1")).containsExactly(older.id());
        assertThat(unread("2")).containsExactly(older.id(), newer.id());
        assertThat(catalog.texts().countUnread("2", Set.of(older.id()))).isEqualTo(1);
    }

    @Test
    void aPhotoOverWhichItDiedTwiceIsLeft() {
        catalog.texts().begin(older.id(), "1");
        assertThat(unread("1")).contains(older.id());
        catalog.texts().begin(older.id(), "1");
        assertThat(unread("1")).doesNotContain(older.id());
        assertThat(unread("2")).contains(older.id());
    }

    @Test
    void aPhotoThatCouldNotBeReachedIsTriedAgain() {
        for (int i = 0; i < 3; i++) {
            catalog.texts().begin(older.id(), "1");
            catalog.texts().leave(older.id());
        }
        assertThat(unread("1")).contains(older.id());
    }

    @Test
    void aPhotoThatIsGoneIsNotReadAndAnUnknownOneIsNotNoted() {
        try (Indexing indexing = catalog.beginIndexing()) {
            assertThat(indexing.reconcile(folder, Set.of(folder.resolve("b.jpg"))))
                    .isEqualTo(1);
        }
        assertThat(unread("1")).containsExactly(newer.id());
        catalog.texts().begin(1_000_000, "1");
        catalog.texts().write(1_000_000, List.of(CAFE), "1");
        assertThat(catalog.texts().of(1_000_000)).isEmpty();
    }

    @Test
    void whatIsReadChangesTheCatalogsRevision() {
        String before = catalog.revision();
        catalog.texts().write(older.id(), List.of(CAFE), "1");
        assertThat(catalog.revision()).isNotEqualTo(before);
    }
}
