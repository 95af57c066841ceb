package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.film.timeline.FilmShot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shots that a user wants to stand longer or shorter. */
final class HoldingTest {
    private static final int PHOTOS = 9;

    static Stream<String> moods() {
        return Mood.names().stream();
    }

    private static FilmRequest request(String mood) {
        List<FilmShot> shots = IntStream.range(0, PHOTOS)
                .<FilmShot>mapToObj(i -> FilmShot.photo(Path.of("photo" + i), 4000, 3000))
                .toList();
        return new FilmRequest("Title", "", shots, Mood.named(mood), Length.parse("30"), 7, FrameSize.HD_720, 30);
    }

    /** How long each shot is seen, by its number. */
    private static Map<Integer, Double> seconds(FilmPlan plan) {
        Map<Integer, Double> seconds = new HashMap<>();
        for (FilmAppearance one : plan.appearances()) {
            assertThat(seconds.put(one.shot(), one.end().minus(one.start()).toMillis() / 1000.0))
                    .isNull();
        }
        return seconds;
    }

    private static FilmPlan held(String mood, int shot, double part) {
        List<Double> stands = new ArrayList<>(Collections.nCopies(PHOTOS, 1.0));
        stands.set(shot, part);
        return FilmPlanner.plan(request(mood).withStands(stands));
    }

    @ParameterizedTest
    @MethodSource("moods")
    void eachShotCanStandLongerAndShorter(String mood) {
        FilmPlan usual = FilmPlanner.plan(request(mood));
        Map<Integer, Double> before = seconds(usual);
        for (int shot : before.keySet()) {
            FilmPlan longer = held(mood, shot, 1.7);
            assertThat(longer.frames()).isEqualTo(usual.frames());
            assertThat(seconds(longer).get(shot))
                    .as("shot %d of %s", shot, before)
                    .isGreaterThan(before.get(shot) + 0.25);
            FilmPlan shorter = held(mood, shot, 0.55);
            assertThat(shorter.frames()).isEqualTo(usual.frames());
            if (before.get(shot) > 2) {
                assertThat(seconds(shorter).get(shot))
                        .as("shot %d of %s", shot, before)
                        .isLessThan(before.get(shot) - 0.25);
            }
            assertThat(seconds(longer).values()).allMatch(seconds -> seconds >= 0.5);
        }
    }

    @Test
    void appearancesFollowOneAnotherThroughTheFilm() {
        FilmPlan plan = FilmPlanner.plan(request("gentle"));
        Duration at = Duration.ZERO;
        for (FilmAppearance one : plan.appearances()) {
            assertThat(one.start()).isEqualTo(at);
            at = one.end();
        }
        assertThat(at).isEqualTo(plan.duration());
    }

    @Test
    void aShotStandsForSomeTime() {
        assertThatThrownBy(() -> request("gentle").withStands(List.of(0.0))).hasMessageContaining("0.0");
    }
}
