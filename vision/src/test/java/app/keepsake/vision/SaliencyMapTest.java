package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SaliencyMapTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;

    /** Green ground, a little uneven, and a red square. */
    private static RgbImage square(int left, int top) {
        RgbImage image = RgbImage.black(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean in = x >= left && x < left + 40 && y >= top && y < top + 40;
                int p = 3 * (y * WIDTH + x);
                image.pixels()[p] = (byte) (in ? 210 : 60);
                image.pixels()[p + 1] = (byte) (in ? 40 + x % 3 * 30 : 120 + x % 5 + y % 3);
                image.pixels()[p + 2] = (byte) 60;
            }
        }
        return image;
    }

    private static double share(SaliencyMap map, double left, double top, double right, double bottom) {
        double in = 0;
        double all = 0;
        for (int i = 0; i < map.levels().length; i++) {
            double x = (i % map.columns() + 0.5) / map.columns() * WIDTH;
            double y = (i / map.columns() + 0.5) / map.rows() * HEIGHT;
            in += x >= left && x < right && y >= top && y < bottom ? map.levels()[i] : 0;
            all += map.levels()[i];
        }
        return in / all;
    }

    @Test
    void whatStandsOutDrawsTheEye() {
        SaliencyMap map = SaliencyMap.of(square(30, 50), List.of(), List.of());

        assertThat(share(map, 25, 45, 75, 95)).isGreaterThan(0.3);
    }

    @Test
    void aFaceDrawsItMore() {
        Face face = new Face(180, 40, 30, 36, 1);
        SaliencyMap map = SaliencyMap.of(square(30, 50), List.of(face), List.of());

        assertThat(share(map, 170, 25, 220, 85)).isGreaterThan(share(map, 25, 45, 75, 95));
    }

    @Test
    void ofAnAnimalTheUpperPartCountsMost() {
        Face animal = new Face(60, 20, 120, 120, 1);
        SaliencyMap map = SaliencyMap.of(square(0, 0), List.of(), List.of(animal));

        assertThat(share(map, 60, 20, 180, 86)).isGreaterThan(1.2 * share(map, 60, 86, 180, 152));
    }

    @Test
    void aPictureOfOneColourHasNone() {
        SaliencyMap map = SaliencyMap.of(RgbImage.black(90, 160), List.of(), List.of());

        assertThat(map.rows()).isGreaterThan(map.columns());
        assertThat(map.levels()).containsOnly(0f);
    }
}
