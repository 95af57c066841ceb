package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track;
import app.keepsake.film.timeline.Transition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor would measure of a film of photos enough: its length, how its shots differ in length, how long words stand. */
final class PaceTest {
    private static final Set<String> EVEN = Set.of("sentimental", "dreamy");
    /** In it words come and go, at least. */
    private static final double LEAST_FADE_SECONDS = 0.25;

    private static final double LEAST_READ_SECONDS = 1.5;

    static Stream<String> moods() {
        return Mood.names().stream();
    }

    private static FilmRequest request(String mood, double seconds, long seed, int photos) {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < photos; i++) {
            // A day in the film is a photo or two.
            Optional<String> caption = i % 2 == 0 ? Optional.of("Day " + i / 2) : Optional.empty();
            shots.add(new FilmShot.Photo(Path.of("photo" + i), 4000, 3000, List.of(), caption, i / 2));
        }
        Length length = Length.parse(Double.toString(seconds));
        return new FilmRequest("Title", "2024", shots, Mood.named(mood), length, seed, FrameSize.HD_720, 30);
    }

    private static FilmPlan plan(String mood, double seconds, long seed) {
        return FilmPlanner.plan(request(mood, seconds, seed, 240));
    }

    private static List<Double> shotSeconds(FilmPlan plan) {
        return plan.timeline().track("picture").placed().stream()
                .filter(placed -> placed.item() instanceof Clip)
                .map(placed -> placed.item().duration().seconds())
                .toList();
    }

    private static double spread(List<Double> values) {
        double mean = values.stream().mapToDouble(x -> x).average().orElseThrow();
        double square = values.stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(square) / mean;
    }

    /** Whole bars of whole frames do not reach each length of minutes to half a second. */
    @ParameterizedTest
    @MethodSource("moods")
    void filmsAreAsLongAsWasAsked(String mood) {
        for (double seconds = 8; seconds <= 180; seconds += seconds < 30 ? 0.5 : 7.5) {
            for (long seed = 0; seed < 4; seed++) {
                assertThat(plan(mood, seconds, seed).duration().toMillis() / 1000.0)
                        .as("%s of %s s, seed %d", mood, seconds, seed)
                        .isCloseTo(seconds, Offset.offset(seconds <= 60 ? 0.5 : 0.75));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void shotsAreNotAllOfOneLength(String mood) {
        Assumptions.assumeFalse(EVEN.contains(mood), "this mood flows evenly");
        for (double seconds : new double[] {30, 45, 90, 180}) {
            for (long seed = 0; seed < 4; seed++) {
                assertThat(spread(shotSeconds(plan(mood, seconds, seed))))
                        .as("%s of %s s, seed %d", mood, seconds, seed)
                        .isGreaterThanOrEqualTo(0.3);
            }
        }
    }

    /** Also where there are few photos for the time, so that each has to stand longer: a bar more, since shots are whole bars. */
    @ParameterizedTest
    @MethodSource("moods")
    void nothingStandsTooLong(String mood) {
        for (int photos : new int[] {9, 11, 14, 20, 240}) {
            for (long seed = 0; seed < 4; seed++) {
                FilmPlan plan = FilmPlanner.plan(request(mood, 45, seed, photos));
                double bar = plan.score().barFrames() / 30.0;
                assertThat(shotSeconds(plan))
                        .as("%s of %d photos, seed %d", mood, photos, seed)
                        .allMatch(seconds -> seconds <= 8 + bar);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void wordsCanBeReadOrAreNotShown(String mood) {
        int shown = 0;
        for (double seconds : new double[] {8, 20, 45, 90}) {
            List<Track.Placed> words = plan(mood, seconds, 3).timeline().track("titles").placed().stream()
                    .filter(placed -> placed.item() instanceof Clip clip && clip.media() instanceof Media.Caption)
                    .toList();
            shown += words.size();
            assertThat(words)
                    .allSatisfy(placed -> assertThat(placed.item().duration().seconds())
                            .isGreaterThanOrEqualTo(LEAST_READ_SECONDS + 2 * LEAST_FADE_SECONDS));
        }
        assertThat(shown).isPositive();
    }

    /** A photo or two a day: else nearly each cut would be the one of chapters. */
    @Test
    void briefChaptersAreNotTurnedEachTime() {
        List<Transition.Kind> cuts = plan("club", 90, 1).timeline().track("picture").items().stream()
                .filter(Transition.class::isInstance)
                .map(item -> ((Transition) item).kind())
                .toList();
        double whips =
                cuts.stream().filter(kind -> kind == Transition.Kind.WHIP).count();
        assertThat(whips / shotSeconds(plan("club", 90, 1)).size()).isLessThan(0.5);
    }
}
