package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.training.internal.data.View.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchSourceTest {
    private static final Tiling TILING = new Tiling(49, 8);

    @TempDir
    private Path folder;

    @Test
    void mostCropsShowAFaceInSomeOfTheirOutputs() throws IOException {
        try (PhotoStore store = store()) {
            Batch batch = new BatchSource(store, TILING, 1, false).batch(table(store), 0, 60);

            int outputs = batch.cells() * batch.cells();
            int crops = 0;
            int faces = 0;
            for (int i = 0; i < 60; i++) {
                int before = faces;
                for (int j = i * outputs; j < (i + 1) * outputs; j++) {
                    faces += batch.faces()[j] > 0 ? 1 : 0;
                }
                crops += faces > before ? 1 : 0;
            }
            assertThat(crops).isBetween(15, 55);
            assertThat(faces).isLessThan(60 * outputs / 2);
        }
    }

    /** Whatever a crop's place, its outputs tell the same place in the crop. */
    @Test
    void boxesOfNeighbouringOutputsAreTheSameFace() throws IOException {
        try (PhotoStore store = store()) {
            Batch batch = new BatchSource(store, TILING, 1, false).batch(table(store), 3, 60);

            int pairs = 0;
            for (int row = 0; row < 60 * BatchSource.CELLS; row++) {
                for (int column = 0; column + 1 < BatchSource.CELLS; column++) {
                    int left = row * BatchSource.CELLS + column;
                    if (batch.faces()[left] > 0 && batch.faces()[left + 1] > 0) {
                        int at = Batch.TARGETS * left;
                        float step = (batch.targets()[at] - batch.targets()[at + Batch.TARGETS]) * Batch.REFERENCE_SIZE;
                        assertThat(step).isCloseTo(TILING.stride(), offset(1e-3f));
                        pairs++;
                    }
                }
            }
            assertThat(pairs).isPositive();
        }
    }

    @Test
    void theSameSeedAndNumberGiveTheSameBatch() throws IOException {
        try (PhotoStore store = store()) {
            Batch once = new BatchSource(store, TILING, 1, false).batch(table(store), 9, 16);
            Batch again = new BatchSource(store, TILING, 1, false).batch(table(store), 9, 16);
            Batch next = new BatchSource(store, TILING, 1, false).batch(table(store), 10, 16);

            assertThat(again.pixels()).isEqualTo(once.pixels());
            assertThat(again.targets()).isEqualTo(once.targets());
            assertThat(next.pixels()).isNotEqualTo(once.pixels());
        }
    }

    /** The pyramid sets pictures into grey whatever their light; so must crops that reach beyond a photo. */
    @Test
    void whatLiesOutsideAPhotoIsTheGreyOfThePyramid() throws IOException {
        try (PhotoStore store = store()) {
            View view = View.of(0, 0, 1, 0, 1, false);
            Augmentation augmentation = new Augmentation(40);
            float[] picture = augmentation.look(store, store.photos().getFirst(), view);
            augmentation.disturb(picture, new SplittableRandom(1));

            assertThat(picture[0]).isEqualTo(128);
            assertThat(picture[19 * 40 + 19]).isEqualTo(128);
            assertThat(picture[20 * 40 + 20]).isNotEqualTo(128);
        }
    }

    @Test
    void pointsOfAMirroredFaceChangePlaces() {
        float[] points = {70, 70, 78, 70, 74, 74, 71, 78, 77, 78};
        FaceBox face = new FaceBox(64, 62, 20, 20, true, 1, points);

        FaceBox seen = View.of(74, 72, 1, 0, 1, true).seen(face);

        // The right eye of the mirror image is the left one's place, mirrored.
        assertThat(seen.points()[0]).isEqualTo(-4);
        assertThat(seen.points()[2]).isEqualTo(4);
    }

    @Test
    void aFaceIsAnsweredByTheLevelOfItsSizeAlone() {
        View view = View.of(72, 72, 1, 0, 1, false);

        assertThat(View.verdict(view.seen(square(72, 72, 24)))).isEqualTo(Verdict.FACE);
        assertThat(View.verdict(view.seen(square(72, 72, 60)))).isEqualTo(Verdict.NO_FACE);
        assertThat(View.verdict(view.seen(square(72, 72, 44)))).isEqualTo(Verdict.UNCERTAIN);
        assertThat(View.verdict(view.seen(square(110, 72, 24)))).isEqualTo(Verdict.NO_FACE);
    }

    @Test
    void aMirroredAndTurnedViewSeesAFaceWhereItIs() {
        View view = View.of(72, 72, 2, Math.PI / 2, 1, true);

        FaceBox seen = view.seen(square(82, 72, 20));

        // The view's x axis is turned by a quarter and mirrored: 10 photo px to the right are 5 px up or down.
        assertThat(Math.abs(seen.centreY())).isCloseTo(5, offset(1e-3f));
        assertThat(seen.centreX()).isCloseTo(0, offset(1e-3f));
        assertThat(seen.size()).isCloseTo(10, offset(1e-3f));
    }

    private static FaceBox square(float x, float y, float side) {
        return new FaceBox(x - side / 2, y - side / 2, side, side, true, Float.NaN);
    }

    private static CropTable table(PhotoStore store) {
        return new CropTable(store, List.of(), false);
    }

    private PhotoStore store() throws IOException {
        Path there = folder.resolve("photos");
        try (PhotoStore.Writer writer = new PhotoStore.Writer(there)) {
            for (int i = 0; i < 4; i++) {
                FaceBox face = square(80 + 10 * i, 90, 24);
                writer.write(Pictures.noise(300, 200, i), false, true, List.of(face));
            }
        }
        return PhotoStore.open(there);
    }
}
