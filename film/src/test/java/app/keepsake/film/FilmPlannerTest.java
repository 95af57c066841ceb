package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Gap;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track;
import app.keepsake.film.timeline.Transition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FilmPlannerTest {
    static Stream<FilmRequest> requests() {
        List<FilmRequest> result = new ArrayList<>();
        Random random = new Random(42);
        for (String mood : Mood.names()) {
            for (Length length : List.of(Length.SHORT, Length.MEDIUM, Length.LONG, Length.parse("13"))) {
                for (int count : new int[] {1, 2, 3, 8, 20, 60}) {
                    int fps = count % 3 == 0 ? 30 : count % 3 == 1 ? 25 : 60;
                    result.add(new FilmRequest(
                            "Title",
                            "2024",
                            shots(count, random),
                            Mood.named(mood),
                            length,
                            random.nextLong(),
                            FrameSize.HD_720,
                            fps));
                }
            }
        }
        return result.stream();
    }

    private static List<FilmShot> shots(int count, Random random) {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = Path.of("shot" + i);
            int chapter = i / 7;
            if (random.nextInt(4) == 0) {
                Duration length = Duration.ofMillis(300 + random.nextInt(9000));
                shots.add(new FilmShot.Clip(
                        file,
                        1920,
                        1080,
                        List.of(),
                        Optional.empty(),
                        chapter,
                        Duration.ofMillis(500),
                        length,
                        FilmShot.ClipSound.AMBIENT));
            } else {
                Optional<String> caption = random.nextInt(5) == 0 ? Optional.of("Here") : Optional.empty();
                shots.add(new FilmShot.Photo(file, 4000, 3000, List.of(), caption, chapter));
            }
        }
        return shots;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyCutFallsOnABeat(FilmRequest request) {
        FilmPlan plan = FilmPlanner.plan(request);

        assertThat(plan.timeline().track("picture").placed())
                .allSatisfy(placed -> assertThat(
                                placed.start().value() % plan.score().beatFrames())
                        .isZero());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void allTracksEndWithTheMusic(FilmRequest request) {
        FilmPlan plan = FilmPlanner.plan(request);

        assertThat(plan.timeline().stack().tracks())
                .allSatisfy(track -> assertThat(track.duration().value())
                        .as(track.name())
                        .isEqualTo(plan.score().frames()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theLengthIsMetWhereThereAreShotsEnough(FilmRequest request) {
        FilmPlan plan = FilmPlanner.plan(request);
        double seconds = plan.duration().toMillis() / 1000.0;
        double target = request.length().target().toMillis() / 1000.0;
        double bar = plan.score().barFrames() / (double) request.fps();
        double least = 0.5 * bar + 0.01;

        if (request.shots().size() >= 40) {
            assertThat(seconds).isBetween(target - least, Math.max(target + least, 12.5));
        } else {
            assertThat(seconds).isLessThanOrEqualTo(Math.max(target + least, 12.5));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shotsKeepTheirOrderAndComeOnce(FilmRequest request) {
        List<Path> shown = new ArrayList<>();
        for (Track.Placed placed :
                FilmPlanner.plan(request).timeline().track("picture").placed()) {
            if (placed.item() instanceof Clip clip) {
                shots(clip.media()).forEach(shot -> shown.add(shot.file()));
            }
        }
        List<Path> offered = request.shots().stream().map(FilmShot::file).toList();

        assertThat(shown).doesNotHaveDuplicates().isNotEmpty();
        assertThat(offered).containsSubsequence(shown);
        assertThat(shown.getFirst()).isEqualTo(offered.getFirst());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void transitionsNeverOverlapAndClipsLendOnlyWhatTheyHave(FilmRequest request) {
        FilmPlan plan = FilmPlanner.plan(request);
        List<Track.Placed> items = plan.timeline().track("picture").placed();
        for (Track.Placed placed : items) {
            long head = placed.before().map(t -> t.outOffset().value()).orElse(0L);
            long tail = placed.after().map(t -> t.inOffset().value()).orElse(0L);
            if (placed.item() instanceof Clip clip) {
                assertThat(head + tail).isLessThan(clip.duration().value());
                checkHandles(placed, clip, request.fps());
            }
        }
    }

    /** A clip shorter than its place stands still at its end, but then it takes part in no transition. */
    private static void checkHandles(Track.Placed placed, Clip clip, int fps) {
        if (clip.media() instanceof Media.Footage footage
                && clip.duration().seconds() < footage.shot().length().toMillis() / 1000.0) {
            double first = footage.shot().start().toMillis() / 1000.0;
            double last = first + footage.shot().length().toMillis() / 1000.0;
            double from = clip.source().start().seconds()
                    - placed.start().minus(placed.visibleFrom()).seconds();
            double to = from + placed.visibleTo().minus(placed.visibleFrom()).seconds();
            assertThat(from).isGreaterThanOrEqualTo(first - 1.0 / fps);
            assertThat(to).isLessThanOrEqualTo(last + 1.0 / fps);
        }
    }

    private static List<FilmShot> shots(Media media) {
        return switch (media) {
            case Media.Still still -> List.of(still.shot());
            case Media.Footage footage -> List.of(footage.shot());
            case Media.Pair pair -> List.of(pair.first().shot(), pair.second().shot());
            case Media.Panels panels ->
                panels.pictures().stream().<FilmShot>map(Media.Still::shot).toList();
            default -> List.of();
        };
    }

    /** Not all moods open alike, and photos that open a film together come on beats. */
    @ParameterizedTest
    @CsvSource({"gentle,Still", "club,Card", "happy,Panels"})
    void moodsOpenInWaysOfTheirOwn(String mood, String opening) {
        FilmPlan plan = FilmPlanner.plan(new FilmRequest(
                "Title",
                "",
                shots(20, new Random(42)).stream()
                        .<FilmShot>map(shot -> FilmShot.photo(shot.file(), 4000, 3000))
                        .toList(),
                Mood.named(mood),
                Length.MEDIUM,
                5,
                FrameSize.HD_720,
                30));
        Clip first = (Clip) plan.timeline().track("picture").placed().get(1).item();

        assertThat(first.media().getClass().getSimpleName()).isEqualTo(opening);
        if (first.media() instanceof Media.Panels panels) {
            assertThat(panels.from()).isSorted().doesNotHaveDuplicates();
            assertThat(panels.from())
                    .allSatisfy(from ->
                            assertThat(from.value() % plan.score().beatFrames()).isZero());
        }
    }

    @Test
    void theSameRequestGivesTheSamePlanAndAnotherSeedAnother() {
        List<FilmShot> shots = shots(20, new Random(1));
        FilmRequest request =
                new FilmRequest("A", "B", shots, Mood.named("happy"), Length.MEDIUM, 5, FrameSize.HD_1080, 30);
        FilmRequest other =
                new FilmRequest("A", "B", shots, Mood.named("happy"), Length.MEDIUM, 6, FrameSize.HD_1080, 30);

        assertThat(FilmPlanner.plan(request)).isEqualTo(FilmPlanner.plan(request));
        assertThat(FilmPlanner.plan(request).timeline())
                .isNotEqualTo(FilmPlanner.plan(other).timeline());
    }

    @Test
    void theFilmOpensAndClosesInBlack() {
        FilmPlan plan = FilmPlanner.plan(requests().toList().get(4));
        List<Track.Placed> items = plan.timeline().track("picture").placed();

        assertThat(items.getFirst().item()).isInstanceOf(Gap.class);
        assertThat(items.getFirst().after().orElseThrow().kind()).isEqualTo(Transition.Kind.DIP);
        assertThat(items.getLast().before().orElseThrow().kind()).isEqualTo(Transition.Kind.DIP);
    }

    @Test
    void withoutATitleThereIsNone() {
        FilmRequest request = new FilmRequest(
                " ",
                "",
                List.of(FilmShot.photo(Path.of("a"), 4, 3)),
                Mood.named("gentle"),
                Length.SHORT,
                1,
                FrameSize.HD_720,
                30);

        assertThat(FilmPlanner.plan(request).timeline().track("titles").items()).hasOnlyElementsOfType(Gap.class);
    }

    @Test
    void aFilmTooShortForAllItsShotsKeepsItsClips() {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            shots.add(FilmShot.photo(Path.of("photo" + i), 4000, 3000));
        }
        Duration seconds = Duration.ofSeconds(5);
        shots.set(13, clip("first clip", seconds));
        shots.set(31, clip("second clip", seconds));
        FilmPlan plan = FilmPlanner.plan(
                new FilmRequest("", "", shots, Mood.named("gentle"), Length.SHORT, 7, FrameSize.HD_720, 30));

        assertThat(plan.timeline().toString()).contains("photo0", "first clip", "second clip", "photo39");
    }

    private static FilmShot clip(String name, Duration length) {
        return new FilmShot.Clip(
                Path.of(name),
                1920,
                1080,
                List.of(),
                Optional.empty(),
                0,
                Duration.ZERO,
                length,
                FilmShot.ClipSound.NONE);
    }
}
