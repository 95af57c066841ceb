package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.RgbImage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PictureLightTest {
    private static RgbImage plain(int red, int green, int blue) {
        RgbImage image = RgbImage.black(40, 30);
        for (int p = 0; p < image.pixels().length; p += 3) {
            image.pixels()[p] = (byte) red;
            image.pixels()[p + 1] = (byte) green;
            image.pixels()[p + 2] = (byte) blue;
        }
        return image;
    }

    @Test
    void greyTellsTheColourOfTheLight() {
        PictureLight light = PictureLight.of(plain(132, 120, 108));

        assertThat(light.red()).isCloseTo(1.1, Offset.offset(0.01));
        assertThat(light.blue()).isCloseTo(0.9, Offset.offset(0.01));
        assertThat(light.middle()).isCloseTo(122 / 255.0, Offset.offset(0.01));
    }

    @Test
    void aMeadowTellsNothingOfIt() {
        PictureLight light = PictureLight.of(plain(40, 160, 30));

        assertThat(light.red()).isEqualTo(1);
        assertThat(light.blue()).isEqualTo(1);
    }
}
