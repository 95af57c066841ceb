package app.keepsake.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.sources.SourceException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PhotoPrism's API as its documentation has it. Simulated: no PhotoPrism runs here. */
final class PhotoPrismSourceTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 7, 1, 12, 0);

    @TempDir
    Path folder;

    private StandInPhotoPrism there;
    private Source source;
    private final KnownAssets known = new KnownAssets();

    @BeforeEach
    void start() throws IOException {
        there = new StandInPhotoPrism();
        source = open(StandInPhotoPrism.PASSWORD);
    }

    private Source open(String password) {
        return SourceKind.PHOTOPRISM.open(new Account(there.address(), password, false, false));
    }

    @AfterEach
    void stop() {
        source.close();
        there.close();
    }

    @Test
    void tellsWhatItIsAndWhatIsWrong() throws Exception {
        assertThat(source.greet().program()).isEqualTo("PhotoPrism 240711");
        try (Source stranger = open("wrong")) {
            assertThatThrownBy(stranger::greet)
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.KEY))
                    .message()
                    .contains("Apps and Devices")
                    .doesNotContain("wrong");
        }
        assertThatThrownBy(() -> source.changes("immich1:1:-:1"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CURSOR));
    }

    @Test
    void readsWhatIsToldOfAPhoto() throws Exception {
        there.add("pqbcf5j446s0futy", NOON).putAll(Map.of("Favorite", true, "Caption", "At the\nlake"));
        known.read(source, "");
        SourceAsset read = known.assets.get("pqbcf5j446s0futy");
        assertThat(read.takenAt()).contains(NOON);
        assertThat(read.offset()).contains(ZoneOffset.ofHours(2));
        assertThat(read.place()).contains(new SourceAsset.Place(52.5, 13.4));
        assertThat(read.camera()).contains("Canon EOS 6D");
        assertThat(read.name()).isEqualTo("IMG_pqbcf5j446s0futy");
        assertThat(read.description()).isEqualTo("At the lake");
        assertThat(read.favourite()).isTrue();
        assertThat(read.longSide()).isEqualTo(4000);
    }

    @Test
    void doesNotTakeGuessesForKnowledge() throws Exception {
        there.add("pguessed00", NOON).putAll(Map.of("TakenSrc", "estimate", "PlaceSrc", "estimate"));
        there.add("punknown00", NOON).putAll(Map.of("Day", -1, "Lat", 0, "Lng", 0, "CameraMake", "Unknown"));
        there.add("plocal0000", NOON).put("TimeZone", "");
        known.read(source, "");
        for (String uid : List.of("pguessed00", "punknown00")) {
            assertThat(known.assets.get(uid).takenAt()).as(uid).isEmpty();
            assertThat(known.assets.get(uid).place()).as(uid).isEmpty();
        }
        assertThat(known.assets.get("plocal0000").takenAt()).contains(NOON);
        assertThat(known.assets.get("plocal0000").offset()).isEmpty();
    }

    @Test
    void leavesOutWhatMayNotBeShownAndNoticesIt() throws Exception {
        Map<String, Object> shown = there.add("pshown0000", NOON);
        there.add("pprivate00", NOON).put("Private", true);
        there.add("parchived0", NOON).put("DeletedAt", "2024-08-01T00:00:00Z");
        there.add("preview000", NOON).put("Quality", 2);
        known.read(source, "");
        assertThat(known.assets).containsOnlyKeys("pshown0000");
        assertThat(source.asset("pprivate00")).isEmpty();
        assertThat(known.compare(source)).isEmpty();
        shown.put("Private", true);
        there.add("pnew000000", NOON);
        assertThat(known.compare(source)).containsExactly("pshown0000");
        assertThat(known.assets).containsOnlyKeys("pnew000000");
    }

    @Test
    void readsPagesAndAfterwardsOnlyWhatChanged() throws Exception {
        for (int i = 0; i < 2300; i++) {
            there.add("p%09d".formatted(i), NOON.plusHours(i));
        }
        there.patience = 2;
        String cursor = known.read(source, "");
        assertThat(known.assets).hasSize(2300);
        there.photos
                .get(7)
                .put("UpdatedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        Changes changes = source.changes(cursor);
        assertThat(changes.more()).isFalse();
        assertThat(changes.assets()).extracting(SourceAsset::key).containsExactly("p000000007");
    }

    @Test
    void readsAlbumsAgainOnlyWhenTheyChanged() throws Exception {
        there.add("pone000000", NOON);
        there.add("ptwo000000", NOON).put("Private", true);
        there.albums.add(Map.of(
                "UID", "asummer000", "Title", "Summer", "Type", "album", "UpdatedAt", "2024-07-02", "PhotoCount", 2));
        there.ofAlbum.put("asummer000", List.of("pone000000", "ptwo000000"));
        SourceAlbum album = source.albums(Map.of()).getFirst();
        assertThat(album.title()).isEqualTo("Summer");
        assertThat(album.assets()).contains(List.of("pone000000"));
        assertThat(source.albums(Map.of("asummer000", album.version()))
                        .getFirst()
                        .assets())
                .isEqualTo(Optional.empty());
    }

    @Test
    void readsNamedFacesOfThoseWhoAreNotHidden() throws Exception {
        there.add("pface00000", NOON).put("Faces", 2);
        there.subjects.add(Map.of("UID", "janna00000", "Name", "Anna"));
        there.subjects.add(Map.of("UID", "jben000000", "Name", "Ben", "Hidden", true));
        there.markers.put(
                "pface00000",
                List.of(
                        Map.of(
                                "Type",
                                "face",
                                "Name",
                                "Anna",
                                "SubjUID",
                                "janna00000",
                                "X",
                                0.25,
                                "Y",
                                0.5,
                                "W",
                                0.125,
                                "H",
                                0.25),
                        Map.of(
                                "Type",
                                "face",
                                "Name",
                                "Ben",
                                "SubjUID",
                                "jben000000",
                                "X",
                                0.5,
                                "Y",
                                0.5,
                                "W",
                                0.1,
                                "H",
                                0.1)));
        known.read(source, "");
        assertThat(known.assets.get("pface00000").peopleUntold()).isTrue();
        assertThat(source.people()).isEqualTo(Map.of("janna00000", "Anna"));
        assertThat(source.faces("pface00000")).containsExactly(new SourceFace("Anna", 0.25, 0.5, 0.125, 0.25));
    }

    @Test
    void readsPreviewsOriginalsAndTheClipsOfLivePhotos() throws Exception {
        there.add("plive00000", NOON).put("Type", "live");
        known.read(source, "");
        String clip = known.assets.get("plive00000").liveClip().orElseThrow();
        Path file = folder.resolve("file");
        assertThat(source.download("plive00000", Rendition.PREVIEW, file, 1000)).isEqualTo("image/jpeg");
        assertThat(file)
                .content()
                .startsWith("/t/" + StandInPhotoPrism.hash("plive00000"))
                .endsWith("/fit_1920");
        String ignored = source.download("plive00000", Rendition.ORIGINAL, file, 1000);
        assertThat(file).hasContent("/dl/" + StandInPhotoPrism.hash("plive00000"));
        ignored = source.download(clip, Rendition.PLAYBACK, file, 1000);
        assertThat(file).hasContent("/dl/" + StandInPhotoPrism.hash("plive00000v"));
        assertThatThrownBy(() -> source.download("plive00000", Rendition.ORIGINAL, file, 3))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
        assertThat(Files.list(folder)).hasSize(1);
    }
}
