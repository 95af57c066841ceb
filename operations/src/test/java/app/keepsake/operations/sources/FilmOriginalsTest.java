package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.ShownFile;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.media.CodingQuality;
import app.keepsake.media.VideoEncoders;
import app.keepsake.operations.film.FilmExtras;
import app.keepsake.operations.film.FilmWishes;
import app.keepsake.operations.film.RenderFilm;
import app.keepsake.operations.film.RenderedFilm;
import app.keepsake.sources.SourceAsset;
import app.keepsake.testbed.immich.HeldAsset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films show originals where previews have too few pixels. The Immich is simulated: its previews have 1,440 pixels. */
final class FilmOriginalsTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 7, 1, 12, 0);
    private static final String ORIGINAL = "GET /assets/{id}/original";

    /** Hardly larger than previews, so that it is made fast. */
    private static final FrameSize LARGER = new FrameSize(1600, 900);

    private static final FrameSize SMALL = new FrameSize(320, 180);

    @TempDir
    Path root;

    private TestSource library;
    private final List<HeldAsset> held = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        library = new TestSource(root, 3);
        library.immich.originals(4000, 3000);
        for (int i = 0; i < 3; i++) {
            held.add(library.immich.add(i + ".jpg", NOON.plusMinutes(i)));
        }
        library.sync();
        library.immich.forgetAsked();
    }

    @AfterEach
    void close() {
        library.close();
        assertThat(library.immich.breaches()).isEmpty();
    }

    private AssetView view(HeldAsset one) {
        AssetView view = library.shown().get(one.id());
        assertThat(view).isNotNull();
        return view;
    }

    /** A film of the first two of three. */
    private FilmPlan plan(FrameSize size) {
        List<FilmShot> shots = held.subList(0, 2).stream()
                .<FilmShot>map(one -> FilmShot.photo(view(one).files().getFirst(), 1440, 1080))
                .toList();
        return FilmPlanner.plan(new FilmRequest("", "", shots, Mood.named("happy"), Length.SHORT, 1, size, 24));
    }

    private FilmPlan sharp(FilmPlan plan) {
        return new FilmOriginals(library.sources).in(plan, () -> false);
    }

    private static List<Path> files(FilmPlan plan) {
        return ShownFile.of(plan).stream().map(shown -> shown.shot().file()).toList();
    }

    private Path folder() {
        return library.sources.folder(library.saved).resolve("originals");
    }

    private List<Path> kept() throws IOException {
        try (var all = Files.list(folder())) {
            return all.sorted().toList();
        }
    }

    @Test
    void fetchesOriginalsOfItsShotsOnceWhereTheyAreNeeded() throws Exception {
        FilmPlan small = plan(SMALL);
        assertThat(sharp(small)).isEqualTo(small);
        assertThat(library.immich.asked(ORIGINAL)).isZero();
        FilmPlan plan = plan(LARGER);
        FilmPlan sharp = sharp(plan);
        assertThat(library.immich.asked(ORIGINAL)).isEqualTo(2);
        assertThat(files(sharp)).hasSize(2).allSatisfy(file -> assertThat(file).hasParent(folder()));
        Map<Path, Path> back = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            back.put(files(sharp).get(i), files(plan).get(i));
        }
        assertThat(ShownFile.replaced(sharp, back))
                .as("nothing else is another")
                .isEqualTo(plan);
        assertThat(sharp(plan)).isEqualTo(sharp);
        assertThat(library.immich.asked(ORIGINAL)).as("they are here").isEqualTo(2);
        library.sync();
        assertThat(library.shown()).as("they are no photos of the library").hasSize(3);
    }

    @Test
    void showsPreviewsWhereTheSourceIsAwayOrTheKeyMayNot() {
        List<String> told = new ArrayList<>();
        Handler hearing = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(String.valueOf(line.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(FetchOriginals.class.getName());
        log.addHandler(hearing);
        try {
            FilmPlan plan = plan(LARGER);
            library.immich.permit("asset.read", "asset.view", "user.read", "person.read", "face.read", "album.read");
            assertThat(sharp(plan)).isEqualTo(plan);
            library.immich.permit("all");
            library.immich.faults().goAway(true);
            assertThat(sharp(plan)).isEqualTo(plan);
        } finally {
            log.removeHandler(hearing);
        }
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).contains("home").contains("asset.download");
        assertThat(library.immich.asked(ORIGINAL)).isZero();
    }

    @Test
    void showsPreviewsOfWhatWasCutThere() throws Exception {
        library.immich.originals(4000, 2000);
        FilmPlan plan = plan(LARGER);
        assertThat(sharp(plan)).isEqualTo(plan);
        assertThat(sharp(plan)).isEqualTo(plan);
        assertThat(library.immich.asked(ORIGINAL))
                .as("it is not asked for again")
                .isEqualTo(2);
    }

    @Test
    void showsPreviewsOfWhatWasEditedThere() throws Exception {
        FilmPlan plan = plan(LARGER);
        Path picture = files(plan).getFirst();
        SourceAsset edited = new SourceAsset(
                held.getFirst().id(),
                "1",
                "0.jpg",
                false,
                YearMonth.from(NOON),
                4000,
                Optional.of(NOON),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
        Files.writeString(
                picture.resolveSibling(picture.getFileName().toString().replace(".jpg", ".xmp")),
                SidecarText.of(edited, "immich", true));
        assertThat(files(sharp(plan)).getFirst()).isEqualTo(picture);
        assertThat(library.immich.asked(ORIGINAL)).as("of the other").isEqualTo(1);
    }

    @Test
    void keepsWithinItsLimit() throws Exception {
        FilmPlan sharp = sharp(plan(LARGER));
        long both =
                Files.size(files(sharp).getFirst()) + Files.size(files(sharp).getLast());
        for (Path file : kept()) {
            Files.delete(file);
        }
        FilmPlan plan = plan(LARGER);
        FilmPlan half = new FilmOriginals(library.sources, both - 1, Clock.systemUTC()).in(plan, () -> false);
        assertThat(kept()).hasSize(1);
        assertThat(files(half)).containsOnlyOnceElementsOf(kept()).hasSize(2);
    }

    @Test
    void keepsNothingOfWhatIsHiddenWhileItIsFetched() throws Exception {
        FilmPlan plan = plan(LARGER);
        Files.delete(files(plan).getFirst());
        assertThat(files(sharp(plan))).startsWith(files(plan).getFirst());
        assertThat(library.immich.asked(ORIGINAL)).isEqualTo(2);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void takesAwayWhatIsHiddenThere() throws Exception {
        FilmPlan sharp = sharp(plan(LARGER));
        assertThat(kept()).hasSize(2);
        library.immich.change(held.getFirst().id(), one -> one.seenAs("archive", false));
        library.sync();
        assertThat(kept()).containsExactly(files(sharp).getLast());
        library.immich.change(held.get(1).id(), one -> one.takenAt(NOON.minusYears(3)));
        library.sync();
        assertThat(kept()).as("another date is no other picture").hasSize(1);
        library.immich.change(held.get(1).id(), one -> one.pictured(7));
        library.sync();
        assertThat(kept()).as("another picture is").isEmpty();
        Path orphan = Files.writeString(folder().resolve(held.getFirst().id() + "-01234567.jpg"), "left");
        library.sync();
        assertThat(orphan).as("of a process that died").doesNotExist();
    }

    @Test
    void makesTheFilmWithOrWithoutThem() throws Exception {
        List<Shot> shots = held.subList(0, 2).stream()
                .map(one -> new Shot(view(one).asset().id(), Shot.Role.BODY, ""))
                .toList();
        LocalDate day = NOON.toLocalDate();
        Memory walk = new Memory("walk", "event", "A walk", "", day, day, 1, 0, shots, "1");
        FilmWishes wishes = new FilmWishes(
                Optional.of("happy"),
                new Length(Duration.ofSeconds(5)),
                LARGER,
                24,
                Optional.empty(),
                Optional.empty());
        RenderFilm making = new RenderFilm(
                library.catalog,
                FilmCache.in(root.resolve("cache"), 1 << 26),
                new FilmOriginals(library.sources),
                VideoEncoders.shipped(CodingQuality.STANDARD),
                Locale.ENGLISH);
        library.immich.faults().goAway(true);
        RenderedFilm without =
                making.to(root.resolve("1.mp4"), walk, wishes, FilmExtras.NONE, (done, all) -> {}, () -> false);
        assertThat(without.report().finished()).isTrue();
        assertThat(without.report().problems()).isEmpty();
        library.immich.faults().end();
        RenderedFilm with =
                making.to(root.resolve("2.mp4"), walk, wishes, FilmExtras.NONE, (done, all) -> {}, () -> false);
        assertThat(library.immich.asked(ORIGINAL)).isEqualTo(2);
        assertThat(with.report().problems()).isEmpty();
        assertThat(with.report().duration()).isEqualTo(without.report().duration());
        assertThat(root.resolve("2.mp4")).isRegularFile();
        assertThat(Files.mismatch(root.resolve("1.mp4"), root.resolve("2.mp4")))
                .as("other pixels")
                .isNotNegative();
        assertThat(with.plan()).as("what is told of the film names previews").isEqualTo(without.plan());
    }
}
