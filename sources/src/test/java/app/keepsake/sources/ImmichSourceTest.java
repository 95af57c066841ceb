package app.keepsake.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.sources.SourceException.Kind;
import app.keepsake.testbed.immich.HeldAsset;
import app.keepsake.testbed.immich.HeldAsset.HeldFace;
import app.keepsake.testbed.immich.StandInImmich;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Immich's API as its documentation has it, of versions 2 and 3. Simulated: no Immich runs here. */
final class ImmichSourceTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 7, 1, 12, 0);
    private static final String PARTNER = "99999999-9999-4999-8999-999999999999";

    @TempDir
    Path folder;

    private StandInImmich immich;
    private Source source;
    private final KnownAssets known = new KnownAssets();

    private void start(int major) throws IOException {
        start(major, false, false);
    }

    private void start(int major, boolean partners, boolean shared) throws IOException {
        immich = StandInImmich.start(major);
        source = open(StandInImmich.KEY, partners, shared);
    }

    private Source open(String key, boolean partners, boolean shared) {
        return SourceKind.IMMICH.open(new Account(immich.address(), key, partners, shared));
    }

    @AfterEach
    void stop() {
        source.close();
        immich.close();
        assertThat(immich.breaches()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void tellsWhatItIs(int major) throws Exception {
        start(major);
        assertThat(source.greet()).isEqualTo(new Greeting("Immich " + major + ".2.0", "Anna", List.of(), List.of()));
        immich.permit("asset.read", "user.read", "album.read", "person.read", "asset.upload");
        Greeting limited = source.greet();
        assertThat(limited.missing()).containsExactly("asset.view", "face.read");
        assertThat(limited.missingToWrite()).contains("album.create").doesNotContain("asset.upload");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsWhatIsToldOfAPhoto(int major) throws Exception {
        start(major);
        HeldAsset lake = immich.add("IMG_1.JPG", NOON);
        immich.change(lake.id(), held -> held.marked(true).takenIn(47.5, -11.25));
        known.read(source, "");
        assertThat(known.assets).hasSize(1);
        SourceAsset read = known.assets.get(lake.id());
        assertThat(read.takenAt()).contains(NOON);
        assertThat(read.offset()).contains(ZoneOffset.ofHours(2));
        assertThat(read.place()).contains(new SourceAsset.Place(47.5, -11.25));
        assertThat(read.favourite()).isTrue();
        assertThat(read.clip()).isFalse();
        assertThat(read.name()).isEqualTo("IMG_1.JPG");
        assertThat(read.camera()).contains("Canon EOS 5D");
        assertThat(read.longSide()).isEqualTo(1440);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsPagesAndAfterwardsOnlyWhatChanged(int major) throws Exception {
        start(major);
        immich.addMany(2500);
        String cursor = known.read(source, "");
        assertThat(known.assets).hasSize(2500);
        assertThat(immich.asked("POST /search/metadata")).isEqualTo(3);
        HeldAsset added = immich.add("new.jpg", NOON);
        String first = immich.all().getFirst().id();
        immich.change(first, held -> held.marked(true));
        immich.forgetAsked();
        Changes changes = source.changes(cursor);
        assertThat(changes.more()).isFalse();
        assertThat(changes.assets()).extracting(SourceAsset::key).containsExactlyInAnyOrder(added.id(), first);
        assertThat(immich.asked("POST /search/metadata")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void findsOutWhatMayNotBeShownAnyMore(int major) throws Exception {
        start(major);
        List<HeldAsset> held = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> immich.add(i + ".jpg", NOON.plusDays(i)))
                .toList();
        known.read(source, "");
        assertThat(known.compare(source)).isEmpty();
        assertThat(immich.asked("GET /timeline/bucket"))
                .as("a month of as many is not asked for")
                .isZero();
        immich.change(held.get(0).id(), one -> one.seenAs("archive", false));
        immich.change(held.get(1).id(), one -> one.seenAs("locked", false));
        immich.change(held.get(2).id(), one -> one.seenAs("hidden", false));
        immich.change(held.get(3).id(), one -> one.seenAs("timeline", true));
        immich.delete(held.get(4).id());
        assertThat(known.compare(source))
                .containsExactlyInAnyOrderElementsOf(
                        held.subList(0, 5).stream().map(HeldAsset::id).toList());
        assertThat(known.compare(source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void findsOutWhatAPageMissed(int major) throws Exception {
        start(major);
        HeldAsset one = immich.add("1.jpg", NOON);
        HeldAsset two = immich.add("2.jpg", NOON.plusMonths(1));
        known.read(source, "");
        known.assets.remove(one.id());
        assertThat(known.compare(source)).isEmpty();
        assertThat(known.assets).containsOnlyKeys(one.id(), two.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void leavesOutWhatMayNotBeShown(int major) throws Exception {
        start(major);
        String shown = immich.add("shown.jpg", NOON).id();
        for (String visibility : List.of("archive", "hidden", "locked")) {
            immich.change(immich.add(visibility + ".jpg", NOON).id(), held -> held.seenAs(visibility, false));
        }
        immich.change(immich.add("trashed.jpg", NOON).id(), held -> held.seenAs("timeline", true));
        known.read(source, "");
        assertThat(known.assets).containsOnlyKeys(shown);
        String archived = immich.all().get(1).id();
        assertThat(source.asset(archived)).isEmpty();
        assertThat(source.asset(shown)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsWhatPartnersShareOnlyWhenAsked(int major) throws Exception {
        start(major, true, false);
        HeldAsset mine = immich.add("mine.jpg", NOON);
        HeldAsset theirs = immich.add("theirs.jpg", NOON);
        immich.change(theirs.id(), held -> held.of(PARTNER));
        known.read(source, "");
        known.compare(source);
        assertThat(known.assets).containsOnlyKeys(mine.id(), theirs.id());
        try (Source alone = open(StandInImmich.KEY, false, false)) {
            KnownAssets own = new KnownAssets();
            own.read(alone, "");
            own.compare(alone);
            assertThat(own.assets).containsOnlyKeys(mine.id());
            assertThat(known.compare(alone)).containsExactly(theirs.id());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsAlbums(int major) throws Exception {
        start(major, false, true);
        HeldAsset one = immich.add("1.jpg", NOON);
        HeldAsset archived = immich.add("2.jpg", NOON);
        immich.change(archived.id(), held -> held.seenAs("archive", false));
        HeldAsset theirs = immich.add("3.jpg", NOON.plusMonths(2));
        immich.change(theirs.id(), held -> held.of(PARTNER));
        String own = immich.album("Summer", StandInImmich.ME, false, List.of(one.id(), archived.id()));
        String shared = immich.album("Wedding", PARTNER, true, List.of(theirs.id()));
        List<SourceAlbum> albums = source.albums(Map.of());
        assertThat(albums)
                .extracting(SourceAlbum::key, SourceAlbum::title, SourceAlbum::shared, SourceAlbum::assets)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                own, "Summer", false, Optional.of(List.of(one.id(), archived.id()))),
                        org.assertj.core.groups.Tuple.tuple(
                                shared, "Wedding", true, Optional.of(List.of(theirs.id()))));
        Map<String, String> versions = Map.of(
                own, albums.getFirst().version(), shared, albums.getLast().version());
        assertThat(immich.addTo(own, List.of(theirs.id()))).isTrue();
        assertThat(source.albums(versions))
                .extracting(album -> album.assets().isPresent())
                .containsExactly(true, true);
        Map<String, String> nobodyElses =
                source.albums(versions).stream().collect(Collectors.toMap(SourceAlbum::key, SourceAlbum::version));
        immich.change(theirs.id(), held -> held.seenAs("archive", false));
        assertThat(source.albums(nobodyElses))
                .extracting(SourceAlbum::assets)
                .as("what others hide, no album tells")
                .containsExactly(Optional.empty(), Optional.of(List.of()));
        try (Source alone = open(StandInImmich.KEY, false, false)) {
            assertThat(alone.albums(Map.of())).extracting(SourceAlbum::title).containsExactly("Summer");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void tellsWhoIsWhere(int major) throws Exception {
        start(major);
        String anna = immich.person("Anna");
        String nobody = immich.person("");
        HeldAsset held = immich.add("1.jpg", NOON);
        immich.change(
                held.id(),
                one -> one.showing(
                        List.of(new HeldFace(anna, 144, 108, 288, 324), new HeldFace(nobody, 600, 600, 700, 700))));
        known.read(source, "");
        SourceAsset read = known.assets.get(held.id());
        List<SourceFace> faces = read.peopleUntold() ? source.faces(held.id()) : read.faces();
        assertThat(read.peopleUntold()).as("version 3 tells no boxes").isEqualTo(major == 3);
        assertThat(faces).singleElement().satisfies(face -> {
            assertThat(face.name()).isEqualTo("Anna");
            assertThat(face.x()).isCloseTo(0.1, Offset.offset(1e-9));
            assertThat(face.height()).isCloseTo(0.2, Offset.offset(1e-9));
        });
        assertThat(source.people()).containsExactly(Map.entry(anna, "Anna"));
        assertThat(source.showing(anna)).containsExactly(held.id());
        assertThat(source.showing(PARTNER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void waitsWhereItIsTurnedAwayOrFailedOrCut(int major) throws Exception {
        start(major);
        immich.addMany(3000);
        immich.faults().turnAwayEach(3, 1);
        immich.faults().failEach(4);
        immich.faults().cutEach(5);
        long start = System.nanoTime();
        known.read(source, "");
        assertThat(known.assets).hasSize(3000);
        assertThat(System.nanoTime() - start)
                .as("it came again when it was told to, and no sooner")
                .isGreaterThan(1_000_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void fetchesPicturesWithinLimits(int major) throws Exception {
        start(major);
        HeldAsset held = immich.add("1.jpg", NOON);
        Path file = folder.resolve("1.jpg");
        assertThat(source.download(held.id(), Rendition.PREVIEW, file, 1 << 20)).isEqualTo("image/jpeg");
        assertThat(Files.size(file)).isGreaterThan(1000);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> source.download(held.id(), Rendition.ORIGINAL, file, 1000))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
        assertThat(file).hasBinaryContent(before);
        immich.delete(held.id());
        assertThatThrownBy(() -> source.download(held.id(), Rendition.PREVIEW, file, 1 << 20))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GONE));
        assertThat(folder).isDirectoryContaining("glob:**/1.jpg").isDirectoryNotContaining("glob:**.part");
        immich.faults().cutEach(2);
        HeldAsset other = immich.add("2.jpg", NOON);
        for (int i = 0; i < 4; i++) {
            String ignored = source.download(other.id(), Rendition.PREVIEW, file, 1 << 20);
            assertThat(javax.imageio.ImageIO.read(file.toFile()).getWidth()).isEqualTo(1440);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void replacesFilmsRatherThanDoublingThem(int major) throws Exception {
        start(major);
        WriteBack writing = source.writeBack().orElseThrow();
        Path film = Files.writeString(folder.resolve("film.mp4"), "the first film");
        Instant when = Instant.parse("2026-11-30T12:00:00Z");
        String first = writing.putFilm(film, "Summer \"2024\".mp4", when, Optional.empty());
        assertThat(immich.contents()).containsExactly(Map.entry("Keepsake", List.of(first)));
        assertThat(writing.putFilm(film, "Summer.mp4", when, Optional.of(first)))
                .as("the same film again")
                .isEqualTo(first);
        assertThat(immich.find(first).orElseThrow().trashed()).isFalse();
        Files.writeString(film, "another film");
        String second = writing.putFilm(film, "Summer.mp4", when, Optional.of(first));
        assertThat(second).isNotEqualTo(first);
        assertThat(immich.find(first).orElseThrow().trashed()).isTrue();
        assertThat(immich.find(second).orElseThrow().trashed()).isFalse();
        assertThat(immich.contents()).hasSize(1);
        known.read(source, "");
        known.compare(source);
        assertThat(known.assets).as("a film is no photo to be read").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void writesMemoriesAndNames(int major) throws Exception {
        start(major);
        WriteBack writing = source.writeBack().orElseThrow();
        String asset = immich.add("1.jpg", NOON).id();
        LocalDate day = LocalDate.of(2026, 7, 1);
        String first = writing.putMemory(day, 2024, List.of(asset), Optional.empty());
        String second = writing.putMemory(day, 2024, List.of(asset), Optional.of(first));
        assertThat(immich.memories()).containsExactly(Map.entry(second, List.of(asset)));
        assertThat(writing.putMemory(day, 2024, List.of(asset), Optional.of(first)))
                .as("one that somebody has deleted there")
                .isNotEmpty();
        String person = immich.person("");
        writing.name(person, "Anna");
        assertThat(immich.people()).containsEntry(person, "Anna");
    }

    private void assertRefused(Source asked, Kind kind, String... words) {
        assertThatThrownBy(() -> {
                    Greeting ignored = asked.greet();
                    Changes ignoredToo = asked.changes("");
                })
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .message()
                .contains(words)
                .doesNotContain(StandInImmich.KEY)
                .doesNotContain("another-key");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void saysInWordsWhatIsWrong(int major) throws Exception {
        start(major);
        try (Source stranger = open("another-key", false, false)) {
            assertRefused(stranger, Kind.KEY, "does not know this key", "API Keys");
        }
        immich.permit("album.read");
        assertRefused(source, Kind.PERMISSION, "asset.read");
        immich.permit("asset.read", "user.read");
        assertThatThrownBy(source::people).message().contains("person.read");
        assertThatThrownBy(() -> source.changes("immich1:x"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CURSOR));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void saysThatNobodyAnswers(int major) throws Exception {
        start(major);
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        try (Source away = SourceKind.IMMICH.open(new Account(nobody, StandInImmich.KEY, false, false))) {
            assertRefused(away, Kind.UNREACHABLE, nobody.toString(), "whether the server runs");
        }
        immich.faults().goAway(true);
        assertRefused(source, Kind.UNREACHABLE, "500");
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        other.start();
        URI somebody = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
        try (Source strange = SourceKind.IMMICH.open(new Account(somebody, StandInImmich.KEY, false, false))) {
            assertRefused(strange, Kind.ANSWER, "expected Immich there");
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void asksForANewerImmich(int major) throws Exception {
        start(major);
        assertRefused(source, Kind.VERSION, "Immich 2 or newer", "Immich 1.2.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://nas:2283?key=abc",
                "ftp://nas",
                "nas:2283",
                "http://anna:secret@nas",
                "http://",
                "http://na s"
            })
    void takesNoAddressThatIsNone(String text) throws Exception {
        start(2);
        assertThatThrownBy(() -> Account.address(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret");
        assertThat(Account.address(" http://nas:2283/photos ")).isEqualTo(URI.create("http://nas:2283/photos"));
        assertThat(Set.of("a b", "", "a\nb"))
                .allSatisfy(key -> assertThatThrownBy(() -> new Account(URI.create("http://nas"), key, false, false))
                        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
