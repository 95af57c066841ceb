package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
final class CatalogTest {
    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private CatalogLocation place;
    private Catalog catalog;

    @BeforeEach
    void open() {
        place = engine.newCatalog(folder);
        catalog = Catalog.open(place);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private void reopen() {
        catalog.close();
        catalog = Catalog.open(place);
    }

    private Path photo(String name) {
        return folder.resolve("photos").resolve(name);
    }

    @Test
    void everythingThatWasStoredIsReadBackAfterReopening() {
        Asset full;
        Asset bare;
        try (Indexing indexing = catalog.beginIndexing()) {
            full = Samples.add(indexing, photo("a.jpg"), Samples.NOON, List.of(Samples.face(0.5), Samples.face(0.1)));
            bare = indexing.add(
                    photo("b.mp4"), Samples.stamp(2), Samples.hash("b"), Samples.bareFacts(), "m1", Findings.NONE);
        }
        reopen();

        assertThat(catalog.assets().find(full.hash())).contains(full);
        assertThat(catalog.assets().find(bare.id())).contains(bare);
        assertThat(full.facts()).isEqualTo(Samples.facts(Samples.NOON));
        assertThat(bare.facts()).isEqualTo(Samples.bareFacts());

        AssetView view = catalog.assets().view(full.id()).orElseThrow();
        Findings stored = Samples.findings(List.of(), "v1");
        assertThat(view.files()).containsExactly(photo("a.jpg"));
        assertThat(view.faces()).extracting(face -> face.box().x()).containsExactly(0.1, 0.5);
        assertThat(view.quality()).isEqualTo(stored.quality());
        assertThat(view.tags()).isEqualTo(stored.tags());
        assertThat(view.flags()).isEqualTo(stored.flags());
        assertThat(view.versions()).containsEntry(Stage.METADATA, "m1").containsEntry(Stage.FACES, "v1");
        assertThat(catalog.assets().embedding(full.id())).isEqualTo(stored.embedding());
        assertThat(catalog.assets().embedding(bare.id())).isEmpty();
    }

    @Test
    void goingThroughAllTellsTheSameAsLookingAtEach() {
        List<Long> ids = new ArrayList<>();
        try (Indexing indexing = catalog.beginIndexing()) {
            for (int i = 0; i < 7; i++) {
                List<AssetFace> faces = i % 2 == 0 ? List.of() : List.of(Samples.face(0.1 * i), Samples.face(0.05));
                Asset asset = Samples.add(indexing, photo(i + ".jpg"), Samples.NOON.minusDays(i), faces);
                ids.addFirst(asset.id());
            }
            Asset undated = indexing.add(
                    photo("z.mp4"), Samples.stamp(2), Samples.hash("z"), Samples.bareFacts(), "m1", Findings.NONE);
            ids.addFirst(undated.id());
            Asset vanished = Samples.add(indexing, photo("gone.jpg"), Samples.NOON, List.of(Samples.face(0.3)));
            indexing.reconcile(folder, allBut(photo("gone.jpg")));
            assertThat(catalog.assets().view(vanished.id()).orElseThrow().files())
                    .isEmpty();
        }

        List<AssetView> all = new ArrayList<>();
        catalog.assets().each(all::add);
        assertThat(all).extracting(view -> view.asset().id()).containsExactlyElementsOf(ids);
        assertThat(all).allSatisfy(view -> {
            AssetView single = catalog.assets().view(view.asset().id()).orElseThrow();
            assertThat(view)
                    .usingRecursiveComparison()
                    .ignoringFields("versions")
                    .isEqualTo(single);
        });
        assertThat(catalog.assets().count()).isEqualTo(ids.size());
    }

    private Set<Path> allBut(Path vanished) {
        Set<Path> found = new HashSet<>(catalog.files().knownUnder(folder).keySet());
        found.remove(vanished);
        return found;
    }

    @Test
    void aMovedFileKeepsItsDataAndACopyIsTheSameAsset() {
        try (Indexing indexing = catalog.beginIndexing()) {
            Asset asset = Samples.add(indexing, photo("a.jpg"), Samples.NOON, List.of(Samples.face(0.5)));
            assertThat(indexing.link(photo("new/a.jpg"), Samples.stamp(1), asset.hash()))
                    .isTrue();
            assertThat(indexing.link(photo("other.jpg"), Samples.stamp(1), Samples.hash("never seen")))
                    .isFalse();
            assertThat(indexing.reconcile(folder, Set.of(photo("new/a.jpg")))).isEqualTo(1);

            assertThat(catalog.assets().view(asset.id()).orElseThrow().files()).containsExactly(photo("new/a.jpg"));
            assertThat(catalog.files().holding(asset.id()))
                    .extracting(AssetFile::missing)
                    .containsExactly(true, false);
            assertThat(catalog.assets().count()).isEqualTo(1);
        }
    }

    @Test
    void aVanishedFileIsMarkedAndMayComeBack() {
        FileStamp stamp = Samples.stamp(1);
        try (Indexing indexing = catalog.beginIndexing()) {
            Samples.add(indexing, photo("a.jpg"), Samples.NOON, List.of());
            indexing.reconcile(folder, Set.of());
            assertThat(catalog.files().known(photo("a.jpg")).orElseThrow().isCurrent(stamp))
                    .isFalse();
            assertThat(catalog.assets().count()).isZero();

            assertThat(indexing.reconcile(folder, Set.of(photo("a.jpg")))).isZero();
            assertThat(catalog.files().known(photo("a.jpg")).orElseThrow().isCurrent(stamp))
                    .isTrue();
            assertThat(catalog.assets().count()).isEqualTo(1);
        }
    }

    @Test
    void aFolderIsNotTakenForItsNeighbour() {
        try (Indexing indexing = catalog.beginIndexing()) {
            Samples.add(indexing, photo("trip/a.jpg"), Samples.NOON, List.of());
            Samples.add(indexing, photo("trip 2/b.jpg"), Samples.NOON, List.of());
            Samples.add(indexing, photo("trip0.jpg"), Samples.NOON, List.of());
        }
        assertThat(catalog.files().knownUnder(photo("trip"))).containsOnlyKeys(photo("trip/a.jpg"));
        assertThat(catalog.files().knownUnder(Path.of("/"))).hasSize(3);
    }

    @Test
    void aBrokenFileIsNewsOnceUntilItChanges() {
        Path file = photo("broken.jpg");
        try (Indexing indexing = catalog.beginIndexing()) {
            assertThat(indexing.problem(file, Samples.stamp(1), "It is empty.", "m1"))
                    .isTrue();
            assertThat(indexing.problem(file, Samples.stamp(1), "It is empty.", "m1"))
                    .isFalse();
            assertThat(indexing.problem(file, Samples.stamp(2), "It is empty.", "m1"))
                    .isTrue();
            assertThat(catalog.files().problems())
                    .extracting(Problem::path, Problem::reason)
                    .containsExactly(tuple(file, "It is empty."));

            Samples.add(indexing, file, Samples.NOON, List.of());
            assertThat(catalog.files().problems()).isEmpty();
            assertThat(catalog.files().known(file).orElseThrow().problem()).isEmpty();
        }
    }

    @Test
    void changedContentIsAnotherAsset() {
        try (Indexing indexing = catalog.beginIndexing()) {
            Asset before = Samples.add(indexing, photo("a.jpg"), Samples.NOON, List.of());
            Asset after = indexing.add(
                    photo("a.jpg"),
                    Samples.stamp(9),
                    Samples.hash("edited"),
                    Samples.facts(Samples.NOON),
                    "m1",
                    Findings.NONE);
            assertThat(after.id()).isNotEqualTo(before.id());
            assertThat(catalog.assets().view(before.id()).orElseThrow().files()).isEmpty();
        }
    }

    @Test
    void aStageThatIsNotNamedIsLeftAsItWas() {
        try (Indexing indexing = catalog.beginIndexing()) {
            Asset asset = Samples.add(indexing, photo("a.jpg"), Samples.NOON, List.of(Samples.face(0.5)));
            indexing.update(
                    asset.id(),
                    new Findings(
                            List.of(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            Map.of(Stage.TAGS, "v2")));
            AssetView view = catalog.assets().view(asset.id()).orElseThrow();
            assertThat(view.tags()).isEmpty();
            assertThat(view.faces()).hasSize(1);
            assertThat(view.versions()).containsEntry(Stage.TAGS, "v2").containsEntry(Stage.FACES, "v1");
            assertThat(catalog.assets().outdated(Stage.FACES, "v2", 10)).containsExactly(asset);
            assertThat(catalog.assets().outdated(Stage.TAGS, "v2", 10)).isEmpty();
        }
    }

    @Test
    void aSecondIndexerIsToldSo() {
        try (Indexing indexing = catalog.beginIndexing();
                Catalog other = Catalog.open(place)) {
            assertThatThrownBy(other::beginIndexing)
                    .isInstanceOf(AlreadyIndexingException.class)
                    .hasMessageContaining("already indexing into ");
            Samples.add(indexing, photo("a.jpg"), Samples.NOON, List.of());
            assertThat(other.assets().count()).isEqualTo(1);
        }
        catalog.beginIndexing().close();
    }

    @Test
    void theRevisionTellsThatSomethingWasWritten() {
        String before = catalog.revision();
        assertThat(catalog.choices().all()).isEmpty();
        assertThat(catalog.revision()).isEqualTo(before);
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("food"), "");
        assertThat(catalog.revision()).isNotEqualTo(before);
    }
}
