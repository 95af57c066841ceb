package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which pictures may not be seen, told of all at once. */
@ParameterizedClass
@EnumSource(Engine.class)
final class UnseenTest {
    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    @Test
    void isWhatIsHiddenOrMayBeOrIsGone() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            Asset plain;
            Asset anna;
            Asset unsettled;
            Asset gone;
            Asset hidden;
            try (Indexing indexing = catalog.beginIndexing()) {
                plain = add(indexing, "plain.jpg");
                anna = add(indexing, "anna.jpg", Samples.face(0.1));
                unsettled = add(indexing, "unsettled.jpg", Samples.face(0.2));
                gone = add(indexing, "gone.jpg");
                hidden = add(indexing, "hidden.jpg");
                assertThat(catalog.assets().unseen()).isEmpty();
                indexing.updateFacts(hidden.id(), hidden.facts().withHidden(), "m1");
                assertThat(catalog.assets().unseen()).containsExactly(hidden.id());
                int ignored = indexing.reconcile(
                        folder, Set.of(file("plain.jpg"), file("anna.jpg"), file("unsettled.jpg"), file("hidden.jpg")));
            }
            assertThat(catalog.assets().unseen()).containsExactlyInAnyOrder(hidden.id(), gone.id());
            long person = catalog.people().create(false).id();
            long face = catalog.assets()
                    .view(anna.id())
                    .orElseThrow()
                    .faces()
                    .getFirst()
                    .id();
            catalog.people().assign(Map.of(face, person));
            catalog.people().hide(person, true);
            assertThat(catalog.assets().unseen())
                    .as("a face that nobody was looked for yet may be hers")
                    .containsExactlyInAnyOrder(hidden.id(), gone.id(), anna.id(), unsettled.id());
            catalog.people().hide(person, false);
            assertThat(catalog.assets().unseen()).doesNotContain(plain.id(), anna.id(), unsettled.id());
        }
    }

    private Path file(String name) {
        return folder.resolve("photos").resolve(name);
    }

    private Asset add(Indexing indexing, String name, AssetFace... faces) {
        return Samples.add(indexing, file(name), Samples.NOON, List.of(faces));
    }
}
