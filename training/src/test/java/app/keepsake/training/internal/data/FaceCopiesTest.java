package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.vision.Face;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaceCopiesTest {
    private static final Pixels PHOTO = Pictures.noise(400, 300, 3);
    private static final Face FACE = new Face(150, 100, 60, 80, 1);

    private static FaceCopies known() {
        FaceCopies known = new FaceCopies();
        known.add(FacePatch.of(PHOTO, FACE));
        return known;
    }

    @Test
    void aPartOfAPhotoIsACopy() {
        Pixels part = cropped(PHOTO, 110, 60, 170, 160);

        assertThat(known().contain(FacePatch.of(part, new Face(40, 40, 60, 80, 1)))).isTrue();
    }

    @Test
    void aMirrorImageIsACopy() {
        Face there = new Face(400 - 150 - 60, 100, 60, 80, 1);

        assertThat(known().contain(FacePatch.of(PHOTO.mirrored(), there))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.4})
    void anotherSizeIsACopyEvenIfTheFaceIsSeenALittleElsewhere(double factor) {
        Face there = new Face(151, 99, 61, 79, 1).scaled(factor);

        assertThat(known().contain(FacePatch.of(PHOTO.scaled(factor), there))).isTrue();
    }

    @Test
    void otherPicturesAreNoCopies() {
        FaceCopies known = known();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            Pixels other = Pictures.noise(200, 200, 100 + i);
            Face face = new Face(random.nextInt(100), random.nextInt(100), 40, 50, 1);
            assertThat(known.contain(FacePatch.of(other, face))).as("picture %d", i).isFalse();
        }
    }

    private static Pixels cropped(Pixels photo, int left, int top, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            int from = ((top + y) * photo.width() + left) * 3;
            System.arraycopy(Arrays.copyOfRange(photo.rgb(), from, from + width * 3), 0, rgb, y * width * 3, width * 3);
        }
        return new Pixels(width, height, rgb);
    }
}
