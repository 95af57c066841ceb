package app.keepsake.film.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.CameraMove.Easing;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PainterTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;

    private static RgbImage noise(int width, int height) {
        RgbImage image = RgbImage.black(width, height);
        new Random(3).nextBytes(image.pixels());
        return image;
    }

    /** A bright square on dark ground; its corner lies at a fraction of the picture. */
    private static RgbImage square(int width, int height, double cornerX, double cornerY) {
        RgbImage image = RgbImage.black(width, height);
        for (int y = 0; y < height; y++) {
            double inY = Math.clamp(y + 1 - cornerY * height, 0, 1);
            for (int x = 0; x < width; x++) {
                double inX = Math.clamp(x + 1 - cornerX * width, 0, 1);
                byte value = (byte) Math.round(20 + 200 * inX * inY);
                for (int c = 0; c < 3; c++) {
                    image.pixels()[3 * (y * width + x) + c] = value;
                }
            }
        }
        return image;
    }

    @Test
    void theWholePictureAtItsOwnSizeIsTheSamePicture() {
        RgbImage source = noise(WIDTH, HEIGHT);
        byte[] frame = new byte[3 * WIDTH * HEIGHT];

        Canvas canvas = new Canvas(WIDTH, HEIGHT, 1);

        canvas.view(List.of(new Layer(source, Optional.empty(), FrameBox.WHOLE, canvas.all())))
                .draw(frame, 0, 0, HEIGHT);

        assertThat(frame).isEqualTo(source.pixels());
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1, 0.8", "0, 0, 1", "-0.2, -0.3, 1.4", "0.25, 0.3, 0.33"})
    void anEvenColourStaysEven(double x, double y, double size) {
        RgbImage source = RgbImage.black(700, 500);
        java.util.Arrays.fill(source.pixels(), (byte) 177);
        byte[] frame = new byte[3 * WIDTH * HEIGHT];
        java.util.Arrays.fill(frame, (byte) 177);

        Canvas canvas = new Canvas(WIDTH, HEIGHT, 1);

        canvas.view(List.of(new Layer(source, Optional.empty(), new FrameBox(x, y, size, size), canvas.all())))
                .draw(frame, 0, 0, HEIGHT);

        assertThat(frame).containsOnly((byte) 177);
    }

    @ParameterizedTest
    @CsvSource({"2, 900, 600", "3, 900, 600", "2, 300, 1500"})
    void stripesJoinWithoutASeam(int threads, int width, int height) {
        RgbImage source = noise(width, height);
        FrameBox window = new FrameBox(0.07, 0.11, 0.71, 0.63);
        byte[] whole = new byte[3 * WIDTH * HEIGHT];
        byte[] striped = new byte[3 * WIDTH * HEIGHT];
        Canvas canvas = new Canvas(WIDTH, HEIGHT, threads);

        canvas.view(List.of(new Layer(source, Optional.empty(), window, canvas.all())))
                .draw(whole, 0, 0, HEIGHT);
        Canvas.View view = canvas.view(List.of(new Layer(source, Optional.empty(), window, canvas.all())));
        for (int i = threads - 1; i >= 0; i--) {
            view.draw(striped, i, HEIGHT * i / threads, HEIGHT * (i + 1) / threads);
        }

        assertThat(striped).isEqualTo(whole);
    }

    /** Slow zooms and travels; the tracked corner must follow the planned way far within a pixel. */
    @ParameterizedTest
    @CsvSource({
        "0.00, 0.00, 1.00, 0.06, 0.05, 0.88",
        "0.05, 0.04, 0.90, 0.09, 0.05, 0.90",
        "0.02, 0.01, 0.97, 0.03, 0.02, 0.95",
        "0.00, 0.00, 0.85, 0.01, 0.005, 0.85"
    })
    void aTrackedCornerFollowsTheCameraWithoutJitter(
            double x0, double y0, double size0, double x1, double y1, double size1) {
        RgbImage source = square(560, 315, 0.5, 0.5);
        CameraMove move =
                new CameraMove(new FrameBox(x0, y0, size0, size0), new FrameBox(x1, y1, size1, size1), Easing.SOFT);
        Canvas canvas = new Canvas(WIDTH, HEIGHT, 1);
        byte[] frame = new byte[3 * WIDTH * HEIGHT];
        int count = 90;
        double sum = 0;
        double worst = 0;
        for (int i = 0; i < count; i++) {
            FrameBox window = move.at((double) i / (count - 1));
            canvas.view(List.of(new Layer(source, Optional.empty(), window, canvas.all())))
                    .draw(frame, 0, 0, HEIGHT);
            double dx = edgeAcross(frame, HEIGHT - 20) - (0.5 - window.x()) / window.width() * WIDTH;
            double dy = edgeDown(frame, WIDTH - 20) - (0.5 - window.y()) / window.height() * HEIGHT;
            sum += (dx * dx + dy * dy) / 2;
            worst = Math.max(worst, Math.max(Math.abs(dx), Math.abs(dy)));
        }

        assertThat(Math.sqrt(sum / count)).as("RMS, px").isLessThan(0.02);
        assertThat(worst).as("largest, px").isLessThan(0.05);
    }

    /** Where the step from dark to bright lies, from the area under it. */
    private static double edgeAcross(byte[] frame, int y) {
        double light = 0;
        for (int x = 0; x < WIDTH; x++) {
            light += ((frame[3 * (y * WIDTH + x)] & 0xFF) - 20) / 200.0;
        }
        return WIDTH - light;
    }

    private static double edgeDown(byte[] frame, int x) {
        double light = 0;
        for (int y = 0; y < HEIGHT; y++) {
            light += ((frame[3 * (y * WIDTH + x)] & 0xFF) - 20) / 200.0;
        }
        return HEIGHT - light;
    }

    /** The border between a portrait and its backdrop moves as smoothly as what is in the picture. */
    @Test
    void thePicturesOwnEdgeMovesWithoutJitter() {
        RgbImage source = RgbImage.black(200, 280);
        java.util.Arrays.fill(source.pixels(), (byte) 220);
        RgbImage behind = RgbImage.black(WIDTH, HEIGHT);
        java.util.Arrays.fill(behind.pixels(), (byte) 20);
        Canvas canvas = new Canvas(WIDTH, HEIGHT, 1);
        byte[] frame = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < 60; i++) {
            double w = 2.5 - 0.002 * i;
            FrameBox window = new FrameBox(0.5 - w / 2, 0, w, 1);
            canvas.view(List.of(new Layer(source, Optional.of(new Ground(behind, 0, false)), window, canvas.all())))
                    .draw(frame, 0, 0, HEIGHT);
            double light = 0;
            for (int x = 0; x < WIDTH; x++) {
                light += ((frame[3 * (100 * WIDTH + x)] & 0xFF) - 20) / 200.0;
            }
            assertThat(light).isCloseTo(WIDTH / w, Offset.offset(0.04));
        }
    }

    @Test
    void gradesLeaveGreyAxisOrderedAndWhiteWhite() {
        RgbImage ramp = RgbImage.black(256, 1);
        for (int i = 0; i < 256; i++) {
            for (int c = 0; c < 3; c++) {
                ramp.pixels()[3 * i + c] = (byte) i;
            }
        }
        for (String mood : app.keepsake.film.Mood.names()) {
            RgbImage graded = new RgbImage(256, 1, ramp.pixels().clone());
            new Grade(app.keepsake.film.Mood.named(mood).look()).apply(graded);
            for (int i = 3; i < 768; i++) {
                assertThat(graded.pixels()[i] & 0xFF).isGreaterThanOrEqualTo((graded.pixels()[i - 3] & 0xFF) - 1);
            }
            assertThat(graded.pixels()[766] & 0xFF).as(mood).isGreaterThan(240);
        }
    }
}
