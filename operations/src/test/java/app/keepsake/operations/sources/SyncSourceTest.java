package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.Withdrawal;
import app.keepsake.sources.SourceException;
import app.keepsake.testbed.immich.HeldAsset;
import app.keepsake.testbed.immich.HeldAsset.HeldFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in an Immich is in the library, and what may not be shown there is shown nowhere. The Immich is simulated. */
final class SyncSourceTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 7, 1, 12, 0);
    private static final String PARTNER = "99999999-9999-4999-8999-999999999999";

    @TempDir
    Path root;

    private TestSource library;

    private void open(int major) throws IOException {
        library = new TestSource(root, major);
    }

    @AfterEach
    void close() {
        library.close();
        assertThat(library.immich.breaches()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void takesPhotosWithWhatIsToldOfThem(int major) throws Exception {
        open(major);
        HeldAsset lake = library.immich.add("../../<IMG> & \"1\".JPG", NOON);
        library.immich.change(lake.id(), held -> held.marked(true).takenIn(-33.75, 151.125));
        HeldAsset plain = library.immich.add("2.jpg", NOON.plusMonths(1));
        SyncReport report = library.sync();
        assertThat(report).isEqualTo(new SyncReport(2, 2, 0, 2, 0, 0, 0, false));
        AssetFacts facts = library.facts(lake.id());
        assertThat(facts.capturedAt()).contains(NOON);
        assertThat(facts.utcOffset()).contains(ZoneOffset.ofHours(2));
        assertThat(facts.timeSource()).contains("photo server");
        assertThat(facts.location()).contains(new Location(-33.75, 151.125));
        assertThat(facts.camera()).contains("Canon EOS 5D");
        assertThat(facts.favourite()).isTrue();
        assertThat(facts.width()).isEqualTo(1440);
        assertThat(library.facts(plain.id()).favourite()).isFalse();
        library.immich.forgetAsked();
        assertThat(library.sync().changed()).isZero();
        assertThat(library.immich.asked("GET /assets/{id}/thumbnail")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void hidesAtOnceWhatMayNotBeShownThere(int major) throws Exception {
        open(major);
        HeldAsset held = library.immich.add("1.jpg", NOON);
        HeldAsset other = library.immich.add("2.jpg", NOON);
        library.sync();
        AssetView view = library.shown().get(held.id());
        LocalDate day = NOON.toLocalDate();
        Memory memory = new Memory(
                "walk",
                "event",
                "A walk",
                "",
                day,
                day,
                1,
                0,
                List.of(new Shot(view.asset().id(), Shot.Role.BODY, "")),
                "1");
        assertThat(library.catalog
                        .memories()
                        .put(List.of(memory), library.catalog.choices().revision()))
                .isTrue();
        assertThat(Withdrawal.rendered(library.catalog, root.resolve("walk.mp4"), memory, List.of(), Locale.ENGLISH)
                        .withdrawnBecause())
                .isEmpty();
        library.immich.change(held.id(), one -> one.seenAs("archive", false));
        assertThat(library.sync().gone()).isEqualTo(1);
        assertThat(library.shown()).containsOnlyKeys(other.id());
        assertThat(view.files().getFirst()).as("nothing of it stays here").doesNotExist();
        assertThat(library.catalog.memories().films())
                .singleElement()
                .satisfies(film -> assertThat(film.withdrawnBecause()).isPresent());
        assertThat(library.catalog.memories().all()).isEmpty();
        library.immich.change(held.id(), one -> one.seenAs("timeline", false));
        library.sync();
        assertThat(library.shown().get(held.id()).asset().id())
                .as("it is the same that it was")
                .isEqualTo(view.asset().id());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void followsCorrectionsWithoutFetchingAnew(int major) throws Exception {
        open(major);
        HeldAsset held = library.immich.add("1.jpg", NOON);
        library.sync();
        long id = library.shown().get(held.id()).asset().id();
        library.immich.forgetAsked();
        library.immich.change(
                held.id(), one -> one.takenAt(NOON.minusYears(20)).marked(true).takenIn(48, 11));
        library.sync();
        AssetFacts facts = library.facts(held.id());
        assertThat(facts.capturedAt()).contains(NOON.minusYears(20));
        assertThat(facts.location()).contains(new Location(48, 11));
        assertThat(facts.favourite()).isTrue();
        assertThat(library.shown().get(held.id()).asset().id()).isEqualTo(id);
        assertThat(library.immich.asked("GET /assets/{id}/thumbnail")).isZero();
        library.add(false, false, false);
        library.sync();
        assertThat(library.facts(held.id()).favourite())
                .as("the user said that favourites there are none here")
                .isFalse();
        library.immich.change(held.id(), one -> one.pictured(7));
        library.sync();
        assertThat(library.shown()).containsOnlyKeys(held.id());
        assertThat(library.shown().get(held.id()).asset().id())
                .as("another picture")
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void namesPeopleAndFollowsTheirNames(int major) throws Exception {
        open(major);
        String anna = library.immich.person("Anna");
        HeldAsset held = library.immich.add("1.jpg", NOON);
        library.immich.change(held.id(), one -> one.showing(List.of(new HeldFace(anna, 144, 216, 432, 540))));
        library.sync();
        assertThat(nameOn(held.id())).contains("Anna");
        library.immich.rename(anna, "Anna Müller <3");
        library.sync();
        assertThat(nameOn(held.id())).contains("Anna Müller <3");
        library.immich.change(held.id(), one -> one.marked(true));
        library.sync();
        assertThat(Files.readString(sidecar(held.id())))
                .as("a change of something else does not take names away")
                .contains("Anna Müller &lt;3");
    }

    private Path sidecar(String key) {
        Path picture = library.shown().get(key).files().getFirst();
        return picture.resolveSibling(picture.getFileName().toString().replace(".jpg", ".xmp"));
    }

    private Optional<String> nameOn(String key) {
        long person = library.shown().get(key).faces().getFirst().personId().orElse(-1);
        return library.catalog.people().all().stream()
                .filter(one -> one.id() == person)
                .findFirst()
                .flatMap(one -> one.name());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsAlbumsAlsoOfOthersWhereAskedFor(int major) throws Exception {
        open(major);
        HeldAsset mine = library.immich.add("1.jpg", NOON);
        HeldAsset theirs = library.immich.add("2.jpg", NOON);
        library.immich.change(theirs.id(), held -> held.of(PARTNER));
        String own =
                library.immich.album("Summer", app.keepsake.testbed.immich.StandInImmich.ME, false, List.of(mine.id()));
        String wedding = library.immich.album("Wedding", PARTNER, true, List.of(theirs.id(), mine.id()));
        library.sync();
        assertThat(library.shown()).containsOnlyKeys(mine.id());
        SavedSource shared = library.add(true, false, true);
        library.sync();
        assertThat(library.shown()).containsOnlyKeys(mine.id(), theirs.id());
        long first = library.shown().get(mine.id()).asset().id();
        long second = library.shown().get(theirs.id()).asset().id();
        assertThat(new AlbumsOfSources(library.catalog, library.sources).of(shared))
                .containsExactly(
                        new app.keepsake.catalog.AlbumFound(own, "Summer", "", false, List.of(first)),
                        new app.keepsake.catalog.AlbumFound(wedding, "Wedding", "", true, List.of(first, second)));
        library.sync();
        assertThat(library.shown()).as("it stays").containsOnlyKeys(mine.id(), theirs.id());
        library.add(true, false, false);
        library.sync();
        assertThat(library.shown()).containsOnlyKeys(mine.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void fetchesOriginalsWherePreviewsAreSmall(int major) throws Exception {
        open(major);
        library.immich.previewWidth(720);
        HeldAsset held = library.immich.add("1.jpg", NOON);
        library.sync();
        assertThat(library.facts(held.id()).width()).isEqualTo(1440);
        library.immich.permit("asset.read", "asset.view", "user.read", "person.read", "face.read", "album.read");
        HeldAsset other = library.immich.add("2.jpg", NOON);
        library.sync();
        assertThat(library.facts(other.id()).width())
                .as("a key that may not read originals still reads previews")
                .isEqualTo(720);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void goesOnWhereItWasStoppedOrCut(int major) throws Exception {
        open(major);
        library.immich.addMany(40);
        AtomicInteger asked = new AtomicInteger();
        SyncReport report = library.sync(() -> asked.incrementAndGet() > 12);
        assertThat(report.interrupted()).isTrue();
        assertThat(report.fetched()).isBetween(1, 39);
        library.immich.permit("asset.read", "person.read", "album.read", "user.read", "face.read");
        assertThatThrownBy(library::sync)
                .isInstanceOf(SourceException.class)
                .message()
                .contains("asset.view");
        library.immich.permit("all");
        int before = library.shown().size();
        assertThat(before).isEqualTo(report.fetched());
        asked.set(0);
        assertThatThrownBy(() -> library.sync(() -> {
                    if (asked.incrementAndGet() == 12) {
                        library.immich.permit("asset.read", "person.read", "album.read", "user.read", "face.read");
                    }
                    return false;
                }))
                .isInstanceOf(SourceException.class);
        int looked = library.shown().size();
        assertThat(looked).as("what was fetched before is looked at").isGreaterThan(before);
        library.immich.permit("all");
        SyncReport rest = library.sync();
        assertThat(rest.fetched()).isEqualTo(40 - looked);
        assertThat(library.shown()).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void passesOverClipsThatCannotBeFetched(int major) throws Exception {
        open(major);
        HeldAsset clip = library.immich.addClip("1.mp4", NOON);
        HeldAsset photo = library.immich.add("2.jpg", NOON);
        SyncReport report = library.sync();
        assertThat(report.known()).isEqualTo(2);
        assertThat(library.shown()).containsOnlyKeys(photo.id()).doesNotContainKey(clip.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void sendsFilmsAndMemoriesOfWhatMayBeShown(int major) throws Exception {
        open(major);
        HeldAsset held = library.immich.add("1.jpg", NOON);
        library.sync();
        LocalDate day = NOON.toLocalDate();
        Memory walk = walk(held);
        SendToSource sending = new SendToSource(library.catalog, library.sources);
        assertThatThrownBy(() -> sending.film(library.saved, walk)).hasMessageContaining("keepsake movie walk");
        assertThat(library.catalog
                        .memories()
                        .put(List.of(walk), library.catalog.choices().revision()))
                .isTrue();
        Path file = Files.writeString(root.resolve("walk.mp4"), "a film");
        Withdrawal.rendered(library.catalog, file, walk, List.of(), Locale.ENGLISH);
        assertThat(sending.film(library.saved, walk)).isEqualTo(file);
        Files.writeString(file, "the film made again");
        library.add(true, false, false);
        assertThat(sending.film(library.saved, walk)).isEqualTo(file);
        List<String> sent = library.immich.contents().get("Keepsake");
        assertThat(sent).hasSize(2);
        assertThat(library.immich.find(sent.getFirst()).orElseThrow().trashed()).isTrue();
        assertThat(library.immich.find(sent.getLast()).orElseThrow().trashed()).isFalse();
        assertThat(sending.memory(library.saved, walk, day.plusYears(1))).isEqualTo(1);
        assertThat(sending.memory(library.saved, walk, day.plusYears(2))).isEqualTo(1);
        assertThat(library.immich.memories().values()).containsExactly(List.of(held.id()));
        library.sync();
        assertThat(library.shown()).as("films do not come back as photos").containsOnlyKeys(held.id());
        Memory other = new Memory("other", "event", "", "", day, day, 1, 0, List.of(), "1");
        assertThatThrownBy(() -> sending.memory(library.saved, other, day)).hasMessageContaining("none of them there");
    }

    private Memory walk(HeldAsset held) {
        LocalDate day = NOON.toLocalDate();
        long asset = library.shown().get(held.id()).asset().id();
        List<Shot> shots = List.of(new Shot(asset, Shot.Role.BODY, ""));
        return new Memory("walk", "event", "A walk", "", day, day, 1, 0, shots, "1");
    }

    /** Another process may read the source meanwhile. */
    @ParameterizedTest
    @ValueSource(ints = {2})
    void sendingTakesNothingAwayThatIsBeingFetched(int major) throws Exception {
        open(major);
        HeldAsset held = library.immich.add("1.jpg", NOON);
        library.sync();
        Path picture = library.shown().get(held.id()).files().getFirst();
        Path fetching = Files.writeString(picture.resolveSibling(held.id() + "-00000000.part"), "half");
        SendToSource sending = new SendToSource(library.catalog, library.sources);
        assertThat(sending.memory(library.saved, walk(held), NOON.toLocalDate().plusYears(1)))
                .isEqualTo(1);
        assertThat(fetching).exists();
    }

    @ParameterizedTest
    @ValueSource(ints = {2})
    void tidiesUpWhatAKilledProcessLeft(int major) throws Exception {
        open(major);
        HeldAsset held = library.immich.add("1.jpg", NOON);
        library.sync();
        Path picture = library.shown().get(held.id()).files().getFirst();
        Files.writeString(picture.resolveSibling("." + held.id() + "-00000000.xmp.part"), "half");
        Files.writeString(picture.resolveSibling(held.id() + "-00000000.part"), "half");
        Files.writeString(picture.resolveSibling("anything.txt"), "strange");
        Files.write(sidecar(held.id()), new byte[0]);
        library.sync();
        assertThat(library.shown()).containsOnlyKeys(held.id());
        try (var files = Files.list(picture.getParent())) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.size(file)).isPositive());
        }
        assertThat(Map.of("time", library.facts(held.id()).capturedAt())).containsValue(Optional.of(NOON));
    }
}
