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
final class EncodingsTest {
    private static final byte[] VECTOR = {127, -128, 0, 5};

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

    private List<Long> of(String encoder) {
        List<Long> heard = new ArrayList<>();
        catalog.encodings().each(encoder, (asset, vector) -> {
            assertThat(vector).isEqualTo(VECTOR);
            heard.add(asset);
        });
        return heard;
    }

    private List<Long> unread(String encoder) {
        return catalog.encodings().unread(encoder, 10).stream().map(Asset::id).toList();
    }

    @Test
    void keepsVectorsOfOneVersionForEachPhoto() {
        catalog.encodings().write(older.id(), VECTOR, "a");
        catalog.encodings().write(newer.id(), VECTOR, "a");
        assertThat(of("a")).containsExactlyInAnyOrder(older.id(), newer.id());
        assertThat(unread("a")).isEmpty();
        assertThat(unread("b")).containsExactly(newer.id(), older.id());
        catalog.encodings().write(older.id(), VECTOR, "b");
        assertThat(of("a")).containsExactly(newer.id());
        assertThat(of("b")).containsExactly(older.id());
        assertThat(catalog.encodings().count("b")).isEqualTo(1);
    }

    @Test
    void aPhotoThatCannotBeReadIsNotTriedAgainAndHasNoVector() {
        catalog.encodings().write(older.id(), VECTOR, "a");
        catalog.encodings().write(older.id(), new byte[0], "b");
        assertThat(of("a")).isEmpty();
        assertThat(unread("b")).containsExactly(newer.id());
        assertThat(catalog.encodings().countUnread("b", Set.of())).isEqualTo(1);
    }

    @Test
    void nothingIsLeftWhenTheEncoderIsTakenAway() {
        catalog.encodings().write(older.id(), VECTOR, "a");
        catalog.texts().write(older.id(), List.of(), "texts");
        catalog.encodings().clear();
        assertThat(of("a")).isEmpty();
        assertThat(unread("a")).hasSize(2);
        assertThat(catalog.texts().unread("texts", 10)).hasSize(1);
    }

    @Test
    void readingAndTextsAreNotedApart() {
        catalog.encodings().begin(older.id(), "a");
        catalog.encodings().begin(older.id(), "a");
        assertThat(unread("a")).containsExactly(newer.id());
        assertThat(catalog.texts().unread("a", 10)).hasSize(2);
        catalog.encodings().write(1_000_000, VECTOR, "a");
        assertThat(of("a")).isEmpty();
    }
}
