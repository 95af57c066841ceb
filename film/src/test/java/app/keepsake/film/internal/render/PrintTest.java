package app.keepsake.film.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.CameraMove.Easing;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PrintTest {
    private static final FrameBox FREE = new FrameBox(-0.5, -0.25, 2, 1.5);
    private static final FrameBox NEARER = new FrameBox(-0.4, -0.2, 1.8, 1.4);

    @Test
    void onlyAPictureThatTouchesNoEdgeIsOne() {
        assertThat(Print.is(new CameraMove(FREE, NEARER, Easing.SOFT))).isTrue();
        assertThat(Print.is(new CameraMove(FREE, new FrameBox(-0.5, 0, 2, 1), Easing.SOFT)))
                .isFalse();
    }

    @Test
    void itsBorderIsOutsideOfWhatIsSeenWithoutIt() {
        CameraMove move = new CameraMove(FREE, NEARER, Easing.SOFT);
        FrameBox face = new FrameBox(0.2, 0.3, 0.1, 0.1);
        Print print = Print.of(RgbImage.black(200, 100), move, List.of(face));
        FrameBox before = face.seenIn(FREE);
        FrameBox after = print.faces().getFirst().seenIn(print.move().from());

        assertThat(print.picture().width()).isGreaterThan(200);
        assertThat(print.picture().pixels()[0] & 0xFF).isGreaterThan(200);
        assertThat(after.x()).isCloseTo(before.x(), Offset.offset(1e-9));
        assertThat(after.width()).isCloseTo(before.width(), Offset.offset(1e-9));
    }
}
