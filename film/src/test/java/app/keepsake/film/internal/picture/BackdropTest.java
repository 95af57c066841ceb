package app.keepsake.film.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.Mood;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BackdropTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    /** Dark on its left, bright on its right. */
    private static RgbImage halves() {
        RgbImage image = RgbImage.black(90, 120);
        for (int i = 0; i < 90 * 120; i++) {
            byte light = (byte) (i % 90 < 45 ? 20 : 220);
            image.pixels()[3 * i] = light;
            image.pixels()[3 * i + 1] = light;
            image.pixels()[3 * i + 2] = light;
        }
        return image;
    }

    private static double mean(RgbImage image, int column) {
        double sum = 0;
        for (int y = 0; y < image.height(); y++) {
            sum += image.pixels()[3 * (y * image.width() + column)] & 0xFF;
        }
        return sum / image.height();
    }

    /** A picture that touches no edge would show it. */
    @ParameterizedTest
    @EnumSource(Mood.Backdrop.class)
    void thereIsNoSeam(Mood.Backdrop kind) {
        FrameBox window = new FrameBox(-1, -0.5, 3, 2);
        RgbImage backdrop = Backdrop.of(halves(), window, WIDTH, HEIGHT, kind);

        for (int x = 1; x < WIDTH; x++) {
            assertThat(Math.abs(mean(backdrop, x) - mean(backdrop, x - 1)))
                    .as("step at column %d", x)
                    .isLessThan(3);
        }
    }

    /** Between two levels there are pixels of both, so that gradients show no bands. */
    @ParameterizedTest
    @EnumSource(Mood.Backdrop.class)
    void gradientsAreDithered(Mood.Backdrop kind) {
        FrameBox window = new FrameBox(-1, -0.5, 3, 2);
        RgbImage backdrop = Backdrop.of(halves(), window, WIDTH, HEIGHT, kind);
        int mixed = 0;
        for (int x = 0; x < WIDTH; x++) {
            byte first = backdrop.pixels()[3 * x];
            boolean alike = true;
            for (int y = 1; y < 8; y++) {
                alike &= backdrop.pixels()[3 * (y * WIDTH + x)] == first;
            }
            mixed += alike ? 0 : 1;
        }

        assertThat(mixed).isGreaterThan(WIDTH / 4);
    }
}
