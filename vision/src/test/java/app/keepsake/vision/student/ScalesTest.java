package app.keepsake.vision.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.media.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Resampling against its definition, one number at a time. */
final class ScalesTest {
    private final SplittableRandom random = new SplittableRandom(4);

    private static double between(double a, double b, double share) {
        return a + share * (b - a);
    }

    @Test
    void theFirstScaleIsInterpolatedLinearly() {
        for (int[] size : new int[][] {{37, 29, 23, 17}, {5, 4, 9, 7}, {1, 1, 3, 2}}) {
            RgbImage picture = RgbImage.black(size[0], size[1]);
            random.nextBytes(picture.pixels());
            int row = size[2] * 3 + 6;
            float[] target = new float[3 + row * size[3]];

            FirstScale.fill(picture, size[2], size[3], target, 3, row);

            for (int y = 0; y < size[3]; y++) {
                for (int x = 0; x < size[2]; x++) {
                    double px = Math.clamp((x + 0.5) * size[0] / size[2] - 0.5, 0, size[0] - 1);
                    double py = Math.clamp((y + 0.5) * size[1] / size[3] - 0.5, 0, size[1] - 1);
                    assertThat((double) target[3 + y * row + x * 3 + 1])
                            .isCloseTo((at(picture, px, py) - 128) / 128, offset(1e-5));
                }
            }
        }
    }

    private static double at(RgbImage picture, double x, double y) {
        int x0 = (int) x;
        int y0 = (int) y;
        int x1 = Math.min(x0 + 1, picture.width() - 1);
        int y1 = Math.min(y0 + 1, picture.height() - 1);
        return between(
                between(green(picture, x0, y0), green(picture, x1, y0), x - x0),
                between(green(picture, x0, y1), green(picture, x1, y1), x - x0),
                y - y0);
    }

    private static int green(RgbImage picture, int x, int y) {
        return picture.pixels()[(y * picture.width() + x) * 3 + 1] & 255;
    }

    @Test
    void aZoomIsInterpolatedLinearlyAndGoesOnBeyondTheEdge() {
        int columns = 31;
        int rows = 27;
        int side = 9;
        float[] picture = new float[columns * rows * 3];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) random.nextDouble(-1, 1);
        }
        Zoom zoom = new Zoom(side);
        float[] shown = new float[side * side * 3 + 1];
        for (int i = 0; i < 40; i++) {
            double x = random.nextDouble(-3, columns + 3);
            double y = random.nextDouble(-3, rows + 3);
            double step = random.nextDouble(0.4, 4);
            boolean mirrored = i % 2 == 1;

            zoom.show(picture, columns * 3, x, y, step, mirrored, shown, 1);

            for (int v = 0; v < side; v++) {
                for (int u = 0; u < side; u++) {
                    int across = mirrored ? side - 1 - u : u;
                    double px = Math.clamp(x + (across + 0.5 - side / 2.0) * step - 0.5, 0, columns - 1.001);
                    double py = Math.clamp(y + (v + 0.5 - side / 2.0) * step - 0.5, 0, rows - 1.001);
                    int from = ((int) py * columns + (int) px) * 3 + 2;
                    double expected = between(
                            between(picture[from], picture[from + 3], px - (int) px),
                            between(picture[from + columns * 3], picture[from + columns * 3 + 3], px - (int) px),
                            py - (int) py);
                    assertThat((double) shown[1 + (v * side + u) * 3 + 2]).isCloseTo(expected, offset(1e-5));
                }
            }
        }
    }
}
