package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RgbImageTest {
    /** Each pixel's red is its column, and its green its row. */
    private static RgbImage numbered(int width, int height) {
        RgbImage image = RgbImage.black(width, height);
        for (int i = 0; i < width * height; i++) {
            image.pixels()[3 * i] = (byte) (i % width);
            image.pixels()[3 * i + 1] = (byte) (i / width);
        }
        return image;
    }

    private static void assertCorners(RgbImage part, int left, int top) {
        assertThat(part.pixels()[0]).isEqualTo((byte) left);
        assertThat(part.pixels()[1]).isEqualTo((byte) top);
        int last = part.pixels().length - 3;
        assertThat(part.pixels()[last]).isEqualTo((byte) (left + part.width() - 1));
        assertThat(part.pixels()[last + 1]).isEqualTo((byte) (top + part.height() - 1));
    }

    @Test
    void copiesAPart() {
        RgbImage part = numbered(9, 7).part(2, 3, 4, 3);
        assertThat(part.width()).isEqualTo(4);
        assertThat(part.height()).isEqualTo(3);
        assertCorners(part, 2, 3);
    }

    @Test
    void copiesTheMiddleInAnotherShape() {
        RgbImage tall = numbered(90, 60).middle(0.5);
        assertThat(tall.width()).isEqualTo(30);
        assertThat(tall.height()).isEqualTo(60);
        assertCorners(tall, 30, 0);
        RgbImage wide = numbered(90, 60).middle(3);
        assertThat(wide.width()).isEqualTo(90);
        assertThat(wide.height()).isEqualTo(30);
        assertCorners(wide, 0, 15);
        assertThat(numbered(90, 60).middle(1e9).height()).isEqualTo(1);
    }
}
