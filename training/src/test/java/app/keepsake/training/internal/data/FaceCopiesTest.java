package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaceCopiesTest {
    @TempDir
    private Path folder;

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

        assertThat(known().contain(FacePatch.of(part, new Face(40, 40, 60, 80, 1))))
                .isTrue();
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
            assertThat(known.contain(FacePatch.of(other, face)))
                    .as("picture %d", i)
                    .isFalse();
        }
    }

    /** Parts of real photos, mirrored, smaller and compressed, with faces seen a little elsewhere. */
    @Test
    void findsPartsOfRealPhotosAndTellsPhotosApart() throws IOException {
        Path truth = Path.of("../../shared/data/detect/dev.txt");
        assumeTrue(Files.isRegularFile(truth), "needs the labelled photos of ../shared/data/detect");
        List<LabelledPhoto> photos = PhotoLists.truth(truth).stream().limit(60).toList();
        SplittableRandom random = new SplittableRandom(4);
        int parts = 0;
        int found = 0;
        int strangers = 0;
        FaceCopies known = new FaceCopies();
        for (LabelledPhoto photo : photos) {
            Pixels pixels = PhotoReader.read(photo.file()).orElseThrow();
            for (FaceBox face : photo.faces()) {
                if (Math.min(face.width(), face.height()) < 40) {
                    continue;
                }
                strangers += known.contain(FacePatch.of(pixels, face.face())) ? 1 : 0;
                FaceCopies original = new FaceCopies();
                original.add(FacePatch.of(pixels, face.face()));
                parts++;
                found += original.contain(ofPart(pixels, face, random)) ? 1 : 0;
            }
            photo.faces().stream()
                    .filter(face -> Math.min(face.width(), face.height()) >= 40)
                    .forEach(face -> known.add(FacePatch.of(pixels, face.face())));
        }

        assertThat(parts).isGreaterThan(40);
        assertThat((double) found / parts).as("%d of %d parts", found, parts).isGreaterThan(0.9);
        assertThat(strangers).as("faces of other photos").isLessThan(2);
    }

    private FacePatch ofPart(Pixels photo, FaceBox face, SplittableRandom random) throws IOException {
        int left = (int) Math.clamp(face.x() - face.width() * random.nextDouble(), 0, photo.width() - 1);
        int top = (int) Math.clamp(face.y() - face.height() * random.nextDouble(), 0, photo.height() - 1);
        int right = (int) Math.clamp(face.x() + face.width() * (1.2 + random.nextDouble()), left + 1, photo.width());
        int bottom = (int) Math.clamp(face.y() + face.height() * (1.2 + random.nextDouble()), top + 1, photo.height());
        double scale = 0.6 + 0.8 * random.nextDouble();
        Pixels part = Pictures.throughJpeg(
                cropped(photo, left, top, right - left, bottom - top).mirrored().scaled(scale), folder);
        double off = 0.02 * face.width() * (random.nextDouble() - 0.5);
        double x = right - face.x() - face.width() + off;
        return FacePatch.of(part, new Face(x, face.y() - top + off, face.width(), face.height(), 1).scaled(scale));
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
