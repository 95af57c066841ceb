package app.keepsake.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.sources.SourceException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nextcloud's WebDAV as its manual has it. Simulated: no Nextcloud runs here. */
final class NextcloudSourceTest {
    private static final Instant LONG_AGO = Instant.parse("2024-07-03T08:00:00Z");

    @TempDir
    Path folder;

    private StandInNextcloud there;
    private Source source;
    private final KnownAssets known = new KnownAssets();

    @BeforeEach
    void start() throws IOException {
        there = new StandInNextcloud();
        source = open(StandInNextcloud.KEY);
    }

    private Source open(String key) {
        return SourceKind.NEXTCLOUD.open(new Account(there.address(), key, false, true));
    }

    @AfterEach
    void stop() {
        source.close();
        there.close();
    }

    @Test
    void tellsWhatItIsAndWhatIsWrong() throws Exception {
        assertThat(source.greet()).isEqualTo(new Greeting("Nextcloud 30.0.4", "anna", List.of(), List.of()));
        try (Source stranger = open("anna:wrong")) {
            assertThatThrownBy(stranger::greet)
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.KEY))
                    .message()
                    .contains("app password")
                    .doesNotContain("wrong");
        }
        assertThatThrownBy(() -> open("nocolon")).hasMessageContaining("a colon");
    }

    @Test
    void readsWhatIsToldOfAPhoto() throws Exception {
        there.add("Trip/IMG 1.jpg", 7, LONG_AGO)
                .putAll(Map.of(
                        "nc:metadata-photos-original_date_time", "1719835200",
                        "nc:metadata-photos-gps", "<latitude>52.5</latitude><longitude>13.4</longitude>",
                        "nc:metadata-photos-size", "<width>4000</width><height>3000</height>",
                        "oc:favorite", "1",
                        "nc:face-detections",
                                "[{\"x\":0.25,\"y\":0.5,\"width\":0.125,\"height\":0.25,\"title\":\"Anna\"},"
                                        + "{\"x\":0.5,\"y\":0.5,\"width\":0.1,\"height\":0.1,\"title\":\"12\"}]"));
        known.read(source, "");
        SourceAsset read = known.assets.get("7");
        assertThat(read.name()).isEqualTo("IMG 1.jpg");
        assertThat(read.takenAt()).contains(LocalDateTime.of(2024, 7, 1, 12, 0));
        assertThat(read.offset()).isEmpty();
        assertThat(read.place()).contains(new SourceAsset.Place(52.5, 13.4));
        assertThat(read.longSide()).isEqualTo(4000);
        assertThat(read.favourite()).isTrue();
        assertThat(read.faces()).containsExactly(new SourceFace("Anna", 0.25, 0.5, 0.125, 0.25));
    }

    @Test
    void doesNotTakeTheTimeOfAFileForThatOfAPhoto() throws Exception {
        there.add("a.jpg", 7, LONG_AGO)
                .put("nc:metadata-photos-original_date_time", Long.toString(LONG_AGO.getEpochSecond()));
        known.read(source, "");
        assertThat(known.assets.get("7").takenAt()).isEmpty();
    }

    @Test
    void leavesOutWhatGalleriesLeaveOutAndNoticesIt() throws Exception {
        there.add("a.jpg", 1, LONG_AGO);
        there.add("hidden.jpg", 2, LONG_AGO).put("nc:hidden", "true");
        there.add("Icons/b.jpg", 3, LONG_AGO);
        there.add("Icons/.nomedia", 4, LONG_AGO);
        there.add("c.jpg", 5, LONG_AGO).put("nc:metadata-files-live-photo", "6");
        there.add("c.mov", 6, LONG_AGO).put("nc:metadata-files-live-photo", "5");
        known.read(source, "");
        assertThat(known.assets).containsOnlyKeys("1", "5");
        assertThat(known.assets.get("5").liveClip()).contains("6");
        assertThat(source.asset("3")).isEmpty();
        there.add(".nomedia", 8, LONG_AGO);
        assertThat(known.compare(source)).containsExactlyInAnyOrder("1", "5");
        there.files.remove(".nomedia");
        assertThat(known.compare(source)).isEmpty();
        assertThat(known.assets).containsOnlyKeys("1", "5");
    }

    @Test
    void readsPagesAndAfterwardsWhatWasUploadedSince() throws Exception {
        for (int i = 0; i < 1200; i++) {
            there.add(i + ".jpg", 100 + i, LONG_AGO.plusSeconds(i));
        }
        String cursor = known.read(source, "");
        assertThat(known.assets).hasSize(1200);
        // An old photo, uploaded now.
        there.add("old.jpg", 9, LONG_AGO)
                .put("uploaded", Long.toString(Instant.now().getEpochSecond()));
        assertThat(source.changes(cursor).assets()).extracting(SourceAsset::key).containsExactly("9");
    }

    @Test
    void readsAlbumsAndPeople() throws Exception {
        there.collections.put("/remote.php/dav/photos/anna/albums/Lake Como/", List.of("1", "2"));
        there.collections.put("/remote.php/dav/photos/anna/sharedalbums/Wedding/", List.of("3"));
        there.collections.put("/remote.php/dav/recognize/anna/faces/Ben B/", List.of("2"));
        there.collections.put("/remote.php/dav/recognize/anna/faces/17/", List.of("3"));
        List<SourceAlbum> albums = source.albums(Map.of());
        assertThat(albums)
                .extracting(SourceAlbum::title, SourceAlbum::shared, SourceAlbum::assets)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Lake Como", false, Optional.of(List.of("1", "2"))),
                        org.assertj.core.groups.Tuple.tuple("Wedding", true, Optional.of(List.of("3"))));
        assertThat(source.albums(Map.of(
                                albums.getFirst().key(), albums.getFirst().version()))
                        .getFirst()
                        .assets())
                .isEmpty();
        assertThat(source.people()).isEqualTo(Map.of("Ben B", "Ben B"));
        assertThat(source.showing("Ben B")).containsExactly("2");
    }

    @Test
    void isReadWithoutTheAppsForAlbumsAndFaces() throws Exception {
        assertThat(source.albums(Map.of())).isEmpty();
        assertThat(source.people()).isEmpty();
    }

    @Test
    void readsPreviewsAndOriginals() throws Exception {
        there.add("Trip/IMG 1.jpg", 7, LONG_AGO);
        Path file = folder.resolve("file");
        assertThat(source.download("7", Rendition.PREVIEW, file, 1000)).isEqualTo("image/jpeg");
        assertThat(file).content().contains("fileId=7");
        String ignored = source.download("7", Rendition.ORIGINAL, file, 1000);
        assertThat(file).hasContent("original Trip/IMG 1.jpg");
        assertThatThrownBy(() -> source.download("8", Rendition.ORIGINAL, file, 1000))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GONE));
    }
}
