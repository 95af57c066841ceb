package app.keepsake.film.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrackTest {
    private static final int RATE = 30;

    private static RationalTime time(long frames) {
        return new RationalTime(frames, RATE);
    }

    private static Clip clip(long start, long length) {
        return new Clip("clip", new Media.Score(), new TimeRange(time(start), time(length)));
    }

    private static Track track(TrackItem... items) {
        return new Track("test", Track.Kind.VIDEO, RATE, List.of(items));
    }

    @Test
    void aTransitionAddsNothingToTheLength() {
        Transition fade = new Transition(Transition.Kind.CROSSFADE, Transition.Heading.LEFT, time(10), time(5));

        assertThat(track(clip(0, 60), clip(0, 40)).duration()).isEqualTo(time(100));
        assertThat(track(clip(0, 60), fade, clip(10, 40)).duration()).isEqualTo(time(100));
    }

    @Test
    void aTransitionBorrowsFromBothHandles() {
        Transition fade = new Transition(Transition.Kind.CROSSFADE, Transition.Heading.LEFT, time(10), time(5));
        List<Track.Placed> placed = track(clip(0, 60), fade, clip(10, 40)).placed();

        assertThat(placed).hasSize(2);
        assertThat(placed.get(0).visibleTo()).isEqualTo(time(65));
        assertThat(placed.get(1).start()).isEqualTo(time(60));
        assertThat(placed.get(1).visibleFrom()).isEqualTo(time(50));
        assertThat(placed.get(1).visibleTo()).isEqualTo(time(100));
    }

    @Test
    void aTransitionStandsBetweenTwoThings() {
        Transition fade = new Transition(Transition.Kind.CROSSFADE, Transition.Heading.LEFT, time(1), time(1));

        assertThatThrownBy(() -> track(fade, clip(0, 10))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> track(clip(0, 10), fade)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> track(clip(0, 10), fade, fade, clip(0, 10)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneTrackHasOneRate() {
        assertThatThrownBy(() -> track(new Gap(new RationalTime(1, 25))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30");
    }

    @Test
    void timesAreExact() {
        assertThat(RationalTime.floor(Duration.ofMillis(1999), 30)).isEqualTo(time(59));
        assertThat(RationalTime.floor(Duration.ofHours(300), 60).value()).isEqualTo(300L * 3600 * 60);
        assertThat(new RationalTime(1, 3)).isLessThan(new RationalTime(34, 100));
        assertThat(new RationalTime(10, 30)).isEqualByComparingTo(new RationalTime(1, 3));
        assertThat(new RationalTime(45, 30).duration()).isEqualTo(Duration.ofMillis(1500));
    }
}
