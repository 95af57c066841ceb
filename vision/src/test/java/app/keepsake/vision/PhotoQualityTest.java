package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.media.RgbImage;
import app.keepsake.testbed.Needs;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhotoQualityTest {
    private static final Path TRIPLET = Path.of("../../shared/data/files/blur-triplets");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6})
    void tellsSharpFromDefocusedAndShaken(int number) {
        BufferedImage sharp = SamplePhotos.scaled(SamplePhotos.people(number), 1024);

        PhotoQuality quality = quality(sharp);
        assertThat(quality.isBlurred()).isFalse();
        assertThat(quality(SamplePhotos.defocused(sharp, 4)).isBlurred()).isTrue();
        assertThat(quality(SamplePhotos.shaken(sharp, 21)).isBlurred()).isTrue();
        assertThat(quality(SamplePhotos.defocused(sharp, 1)).sharpness()).isLessThan(quality.sharpness());
    }

    @Test
    void sharpnessIsThatOfTheFace() {
        BufferedImage image = SamplePhotos.scaled(SamplePhotos.people(3), 1024);
        BufferedImage soft = SamplePhotos.defocused(image, 5);
        // The right half stays sharp, as with a focus that missed the person on the left.
        soft.getRaster().setRect(512, 0, image.getData().createChild(512, 0, 512, image.getHeight(), 0, 0, null));
        List<Face> left = List.of(new Face(170, 150, 110, 150, 0.9));
        List<Face> right = List.of(new Face(800, 150, 110, 150, 0.9));

        assertThat(PhotoQuality.of(SamplePhotos.rgb(soft), left).isBlurred()).isTrue();
        assertThat(PhotoQuality.of(SamplePhotos.rgb(soft), right).isBlurred()).isFalse();
    }

    @Test
    void doesNotDependOnResolution() {
        BufferedImage original = SamplePhotos.people(4);
        PhotoQuality large = quality(SamplePhotos.scaled(original, 1600));
        PhotoQuality small = quality(SamplePhotos.scaled(original, 800));

        assertThat(small.sharpness()).isCloseTo(large.sharpness(), within(0.1));
        assertThat(small.colourfulness()).isCloseTo(large.colourfulness(), within(2.0));
        assertThat(small.contrast()).isCloseTo(large.contrast(), within(0.01));
    }

    @Test
    void blankPicturesAreBlankAndBlurred() {
        PhotoQuality black = PhotoQuality.of(RgbImage.black(640, 480), List.of());

        assertThat(black.isBlank()).isTrue();
        assertThat(black.isBlurred()).isTrue();
        assertThat(black.isBadlyExposed()).isTrue();
        assertThat(black.crushed()).isEqualTo(1);
        assertThat(black.colourfulness()).isZero();
        assertThat(black.score()).isLessThan(0.05);
    }

    @Test
    void burntOutPicturesAreBadlyExposed() {
        byte[] white = new byte[64 * 64 * 3];
        Arrays.fill(white, (byte) 255);
        PhotoQuality quality = PhotoQuality.of(new RgbImage(64, 64, white), List.of());

        assertThat(quality.blown()).isEqualTo(1);
        assertThat(quality.isBadlyExposed()).isTrue();
    }

    @Test
    void aGoodExposureScoresAboveAnUnderexposedCopy() {
        BufferedImage image = SamplePhotos.scaled(SamplePhotos.people(6), 800);
        BufferedImage dark = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        new java.awt.image.RescaleOp(0.25f, 0, null).filter(image, dark);

        assertThat(quality(dark).score()).isLessThan(quality(image).score());
        assertThat(quality(dark).exposure()).isLessThan(quality(image).exposure());
    }

    @Test
    void onePixelIsEnoughToMeasure() {
        assertThat(PhotoQuality.of(RgbImage.black(1, 1), List.of()).isBlank()).isTrue();
    }

    @Test
    void tellsTheRealTriplet() {
        Needs.data(Files.isDirectory(TRIPLET), "needs the blur triplet of ../shared/data");

        assertThat(quality(SamplePhotos.file(TRIPLET.resolve("106_NIKON-D3400-35MM_S.JPG")))
                        .sharpness())
                .isGreaterThan(0.9);
        assertThat(quality(SamplePhotos.file(TRIPLET.resolve("106_NIKON-D3400-35MM_F.JPG")))
                        .isBlurred())
                .isTrue();
        assertThat(quality(SamplePhotos.file(TRIPLET.resolve("106_NIKON-D3400-35MM_M.JPG")))
                        .isBlurred())
                .isTrue();
    }

    private static PhotoQuality quality(BufferedImage image) {
        return PhotoQuality.of(SamplePhotos.rgb(image), List.of());
    }
}
