package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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
final class AlbumsTest {
    @Parameter
    Engine engine;

    private static final LocalDate DAY = Samples.NOON.toLocalDate();

    @TempDir
    Path folder;

    private Catalog catalog;
    private Indexing indexing;
    private Asset first;
    private Asset second;
    private Asset third;

    @BeforeEach
    void openWithThreePhotos() {
        catalog = Catalog.open(engine.newCatalog(folder));
        indexing = catalog.beginIndexing();
        first = Samples.add(indexing, folder.resolve("a.jpg"), Samples.NOON, List.of());
        second = Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON.plusDays(1), List.of());
        third = Samples.add(indexing, folder.resolve("c.jpg"), Samples.NOON.plusDays(9), List.of());
    }

    @AfterEach
    void close() {
        indexing.close();
        catalog.close();
    }

    private static AlbumFound found(String key, String title, Asset... assets) {
        return new AlbumFound(
                key,
                title,
                "Told",
                false,
                List.of(assets).stream().map(Asset::id).toList());
    }

    private Album named(String title) {
        return catalog.albums().list().stream()
                .filter(album -> album.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> in(Album album) {
        return catalog.albums().get(album.id()).orElseThrow().assets().stream()
                .map(AlbumAsset::assetId)
                .toList();
    }

    @Test
    void aDayThatNobodyKnowsIsNoneOfAnAlbum() {
        Asset copied = Samples.add(
                indexing,
                folder.resolve("d.jpg"),
                Samples.facts(Samples.NOON.plusYears(9))
                        .dated(Dating.to(Precision.SECOND).doubted(DateDoubt.FILE_TIME)));
        Asset rough = Samples.add(
                indexing,
                folder.resolve("e.jpg"),
                Samples.facts(Samples.NOON.minusYears(9)).dated(Dating.to(Precision.YEAR)));
        catalog.albums().replace("folders", List.of(found("k", "Hochzeit Anna", first, second, copied, rough)));
        Album album = named("Hochzeit Anna");
        assertThat(album.count()).isEqualTo(4);
        assertThat(album.first()).contains(DAY);
        assertThat(album.last()).contains(DAY.plusDays(1));
    }

    @Test
    void anAlbumTellsItsPicturesByTime() {
        catalog.albums().replace("folders", List.of(found("k", "Hochzeit Anna", third, first, second, first)));

        Album album = named("Hochzeit Anna");
        assertThat(album.source()).isEqualTo("folders");
        assertThat(album.key()).isEqualTo("k");
        assertThat(album.description()).isEqualTo("Told");
        assertThat(album.count()).isEqualTo(3);
        assertThat(album.first()).contains(DAY);
        assertThat(album.last()).contains(DAY.plusDays(9));
        assertThat(album.cover()).isEqualTo(first.id());
        assertThat(in(album)).containsExactly(first.id(), second.id(), third.id());
        AlbumContents contents = catalog.albums().get(album.id()).orElseThrow();
        assertThat(contents.album()).isEqualTo(album);
        assertThat(catalog.albums().contents()).containsExactly(contents);
    }

    @Test
    void theBestIsTheCoverAndAPhotoRatherThanAClip() {
        Asset clip = indexing.add(
                folder.resolve("d.mp4"),
                Samples.stamp(1),
                Samples.hash("d"),
                AssetFacts.clip("MP4", 1920, 1080, Duration.ofSeconds(9), true)
                        .takenAt(Samples.NOON.minusDays(1), "EXIF"),
                "m1",
                Samples.findings(List.of(), "v1"));
        Asset plain = indexing.add(
                folder.resolve("e.jpg"),
                Samples.stamp(1),
                Samples.hash("e"),
                AssetFacts.photo("JPEG", 40, 30).takenAt(Samples.NOON, "EXIF"),
                "m1",
                Findings.NONE);
        catalog.albums()
                .replace("folders", List.of(found("k", "Both", clip, plain), found("l", "All", clip, plain, second)));

        assertThat(named("Both").cover()).isEqualTo(plain.id());
        assertThat(named("All").cover()).isEqualTo(second.id());
    }

    @Test
    void theLatestAlbumComesFirst() {
        catalog.albums()
                .replace(
                        "folders",
                        List.of(found("1", "Early", first), found("2", "Late", third), found("3", "Also late", third)));

        assertThat(catalog.albums().list()).extracting(Album::title).containsExactly("Also late", "Late", "Early");
    }

    @Test
    void replacingKeepsNumbersAndOtherSources() {
        catalog.albums().replace("folders", List.of(found("b", "B", first), found("a", "A", second)));
        catalog.albums().replace("takeout", List.of(found("a", "Of Google", third)));
        Album before = named("B");
        assertThat(named("A").id()).isLessThan(before.id());

        catalog.albums().replace("folders", List.of(found("b", "B again", second, third)));

        Album after = named("B again");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(in(after)).containsExactly(second.id(), third.id());
        assertThat(catalog.albums().list()).extracting(Album::title).containsExactly("B again", "Of Google");
    }

    @Test
    void whatIsHiddenOrGoneIsNeitherShownNorCounted() {
        catalog.albums()
                .replace("folders", List.of(found("k", "Both", first, second, third), found("l", "One", first)));
        long one = named("One").id();

        indexing.updateFacts(first.id(), first.facts().withHidden(), "m2");
        indexing.reconcile(folder, Set.of(folder.resolve("a.jpg"), folder.resolve("b.jpg")));

        Album album = named("Both");
        assertThat(album.count()).isEqualTo(1);
        assertThat(album.cover()).isEqualTo(second.id());
        assertThat(album.first()).contains(DAY.plusDays(1));
        assertThat(album.last()).contains(DAY.plusDays(1));
        assertThat(catalog.albums().list()).hasSize(1);
        assertThat(catalog.albums().get(one)).isEmpty();
    }

    @Test
    void unknownAssetsAreLeftOutAndOfAKeyThereIsOne() {
        catalog.albums()
                .replace(
                        "folders",
                        List.of(
                                new AlbumFound("k", "Some", "", true, List.of(second.id(), 9_999L)),
                                new AlbumFound("l", "None", "", false, List.of(9_999L))));

        assertThat(catalog.albums().list()).singleElement().satisfies(album -> {
            assertThat(album.title()).isEqualTo("Some");
            assertThat(album.shared()).isTrue();
            assertThat(album.count()).isEqualTo(1);
        });
        assertThatThrownBy(() ->
                        catalog.albums().replace("folders", List.of(found("k", "A", first), found("k", "B", first))))
                .hasMessageContaining("\"k\" twice");
        assertThatThrownBy(() -> found("k", " ", first)).hasMessageContaining("title");
        assertThat(catalog.albums().list()).hasSize(1);
    }
}
