package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.training.internal.data.View.Verdict;
import app.keepsake.training.internal.student.Batch;
import app.keepsake.training.internal.student.StudentDesign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchSourceTest {
    private static final StudentDesign DESIGN = StudentDesign.parse("4/2 P 4 P 4 4");

    @TempDir
    private Path folder;

    @Test
    void mostCropsShowAFaceInSomeOfTheirOutputs() throws IOException {
        try (TileFile tiles = tiles()) {
            Batch batch = new BatchSource(tiles, DESIGN, 1).training(new TileTable(tiles), 0, 60);

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
            assertThat(crops).isBetween(20, 55);
            assertThat(faces).isLessThan(60 * outputs / 2);
        }
    }

    /** Whatever a crop's place, its outputs tell the same place in the crop. */
    @Test
    void boxesOfNeighbouringOutputsAreTheSameFace() throws IOException {
        try (TileFile tiles = tiles()) {
            Batch batch = new BatchSource(tiles, DESIGN, 1).training(new TileTable(tiles), 3, 60);

            int pairs = 0;
            for (int row = 0; row < 60 * BatchSource.CELLS; row++) {
                for (int column = 0; column + 1 < BatchSource.CELLS; column++) {
                    int left = row * BatchSource.CELLS + column;
                    if (batch.faces()[left] > 0 && batch.faces()[left + 1] > 0) {
                        float step =
                                (batch.boxes()[4 * left] - batch.boxes()[4 * left + 4]) * StudentDesign.REFERENCE_SIZE;
                        assertThat(step).isCloseTo(DESIGN.stride(), offset(1e-3f));
                        pairs++;
                    }
                }
            }
            assertThat(pairs).isPositive();
        }
    }

    @Test
    void theSameSeedAndNumberGiveTheSameBatch() throws IOException {
        try (TileFile tiles = tiles()) {
            Batch once = new BatchSource(tiles, DESIGN, 1).training(new TileTable(tiles), 9, 16);
            Batch again = new BatchSource(tiles, DESIGN, 1).training(new TileTable(tiles), 9, 16);
            Batch next = new BatchSource(tiles, DESIGN, 1).training(new TileTable(tiles), 10, 16);

            assertThat(again.pixels()).isEqualTo(once.pixels());
            assertThat(again.boxes()).isEqualTo(once.boxes());
            assertThat(next.pixels()).isNotEqualTo(once.pixels());
        }
    }

    @Test
    void aFaceIsAnsweredByTheLevelOfItsSizeAlone() {
        View view = View.of(72, 72, 1, 0, 1, false);

        assertThat(View.verdict(view.seen(square(72, 72, 17)))).isEqualTo(Verdict.FACE);
        assertThat(View.verdict(view.seen(square(72, 72, 60)))).isEqualTo(Verdict.NO_FACE);
        assertThat(View.verdict(view.seen(square(72, 72, 32)))).isEqualTo(Verdict.UNCERTAIN);
        assertThat(View.verdict(view.seen(square(100, 72, 17)))).isEqualTo(Verdict.NO_FACE);
    }

    @Test
    void aMirroredAndTurnedViewSeesAFaceWhereItIs() {
        View view = View.of(72, 72, 2, Math.PI / 2, 1, true);

        FaceBox seen = view.seen(square(82, 72, 20));

        // The view's x axis is turned by a quarter and mirrored: 10 tile px to the right are 5 px up or down.
        assertThat(Math.abs(seen.centreY())).isCloseTo(5, offset(1e-3f));
        assertThat(seen.centreX()).isCloseTo(0, offset(1e-3f));
        assertThat(seen.size()).isCloseTo(10, offset(1e-3f));
    }

    private static FaceBox square(float x, float y, float side) {
        return new FaceBox(x - side / 2, y - side / 2, side, side, true, Float.NaN);
    }

    private TileFile tiles() throws IOException {
        Path file = folder.resolve("tiles");
        try (TileFile.Writer writer = new TileFile.Writer(file)) {
            for (int i = 0; i < 4; i++) {
                FaceBox face = square(80 + 10 * i, 90, 24);
                TileCutter cutter = new TileCutter(
                        new LabelledPhoto(Path.of("a.jpg"), List.of(face)), Pictures.noise(300, 200, i), i, false);
                for (Tile tile : cutter.aroundFaces()) {
                    writer.write(tile);
                }
                for (Tile tile : cutter.atRandom(3, new SplittableRandom(i))) {
                    writer.write(tile);
                }
            }
        }
        return TileFile.open(file);
    }
}
