package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.RgbImage;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LikenessTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void copiesAndNeighboursOfAPictureAreNear(int number) {
        BufferedImage image = SamplePhotos.scaled(SamplePhotos.people(number), 960);
        Likeness original = of(image);

        assertThat(original.distance(of(SamplePhotos.scaled(image, 640)))).isLessThan(6);
        assertThat(original.distance(of(SamplePhotos.reencoded(SamplePhotos.scaled(image, 500)))))
                .isLessThan(8);
        assertThat(original.isNear(of(brightened(image)))).isTrue();
        assertThat(original.isNear(of(cropped(image)))).isTrue();
    }

    @Test
    void differentPicturesAreNotNear() {
        List<Likeness> all = IntStream.rangeClosed(1, SamplePhotos.COUNT)
                .mapToObj(number -> of(SamplePhotos.people(number)))
                .toList();
        for (Likeness a : all) {
            assertThat(all).filteredOn(a::isNear).containsExactly(a);
        }
    }

    @Test
    void sameStructureInOtherColoursIsNotNear() {
        BufferedImage image = SamplePhotos.scaled(SamplePhotos.people(3), 640);
        RgbImage rgb = SamplePhotos.rgb(image);
        byte[] swapped = rgb.pixels().clone();
        for (int i = 0; i < swapped.length; i += 3) {
            swapped[i] = rgb.pixels()[i + 2];
            swapped[i + 2] = rgb.pixels()[i];
        }

        assertThat(Likeness.of(rgb).isNear(Likeness.of(new RgbImage(rgb.width(), rgb.height(), swapped))))
                .isFalse();
    }

    @Test
    void distanceIsSymmetricAndZeroToItself() {
        Likeness a = of(SamplePhotos.people(1));
        Likeness b = of(SamplePhotos.people(2));

        assertThat(a.distance(a)).isZero();
        assertThat(a.distance(b)).isEqualTo(b.distance(a)).isPositive();
    }

    @Test
    void aSinglePixelHasASignature() {
        assertThat(Likeness.of(RgbImage.black(1, 1)).isNear(Likeness.of(RgbImage.black(3, 2))))
                .isTrue();
    }

    private static Likeness of(BufferedImage image) {
        return Likeness.of(SamplePhotos.rgb(image));
    }

    private static BufferedImage brightened(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        new RescaleOp(1.12f, 0, null).filter(image, out);
        return out;
    }

    /** As in the next shot of a burst. */
    private static BufferedImage cropped(BufferedImage image) {
        int marginX = image.getWidth() / 50;
        int marginY = image.getHeight() / 50;
        return image.getSubimage(
                marginX, marginY, image.getWidth() - 2 * marginX - 9, image.getHeight() - 2 * marginY - 7);
    }
}
