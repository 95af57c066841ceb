package app.keepsake.film.internal.motion;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Light;
import app.keepsake.film.timeline.Salience;
import app.keepsake.film.timeline.Seen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class AttentionTest {
    /** Something at the lower edge, a little to the right. */
    private static final Salience LOW =
            new Salience(List.of("00000000", "00000000", "00000000", "00000000", "00000ff0", "00000ff0"));

    private static FilmShot.Photo photo(int width, int height) {
        Light light = new Light(0.1, 0.4, 0.9, 1, 1);
        return new FilmShot.Photo(
                Path.of("photo"), width, height, List.of(), Optional.empty(), 0, Optional.of(new Seen(LOW, light)));
    }

    @Test
    void sharesOfAWholeAddUp() {
        Attention attention = Attention.of(Optional.of(LOW));
        double upper = attention.in(new FrameBox(0, 0, 1, 0.61));
        double lower = attention.in(new FrameBox(0, 0.61, 1, 0.39));

        assertThat(upper + lower).isCloseTo(1, Offset.offset(1e-9));
        assertThat(lower).isGreaterThan(0.9);
    }

    @Test
    void aCropShowsWhatIsWorthSeeing() {
        CameraMove move = new Camera(16.0 / 9, 1920, 1, 1).next(photo(3000, 4000), 4);

        assertThat(move.showsBackdrop()).isFalse();
        assertThat(move.from().union(move.to()).bottom()).isGreaterThan(0.95);
    }

    @Test
    void ofAPictureThatNobodyLookedAtTheMiddleIs() {
        FrameBox best = Attention.of(Optional.empty()).best(0.5, 0.4);

        assertThat(best.centreX()).isCloseTo(0.5, Offset.offset(0.05));
        assertThat(best.centreY()).isCloseTo(0.47, Offset.offset(0.05));
    }
}
