package app.keepsake.training.internal.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keepsake.training.internal.data.Batch;
import app.keepsake.training.internal.data.BatchSource;
import app.keepsake.training.internal.data.CropTable;
import app.keepsake.training.internal.data.PhotoStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library that comes with this module is the oracle. */
final class PythonGradientsTest {
    private static final StudentDesign DESIGN = StudentDesign.parse("16/2 16 P 32 24x1");

    @TempDir
    private Path folder;

    @Test
    void areThoseOfTheLibraryUpToRounding() throws IOException {
        String python = System.getProperty("keepsake.python");
        assumeTrue(python != null, "no Python with PyTorch is named: -Dkeepsake.python=FILE");
        StudentParameters here = StudentParameters.random(DESIGN, 1);
        StudentParameters there = here.copy();
        try (PhotoStore store = Discs.store(folder.resolve("photos"));
                TorchStudent library = new TorchStudent(DESIGN);
                PythonGradients other = new PythonGradients(Path.of(python), DESIGN)) {
            Batch batch = new BatchSource(store, DESIGN.tiling(), 7, false)
                    .batch(new CropTable(store, List.of(), false), 0, 48);

            Gradients.Result expected = library.step(here, batch);
            Gradients.Result found = other.step(there, batch);

            assertThat(found.faceLoss() / expected.faceLoss()).isBetween(0.98f, 1.02f);
            assertThat(found.boxLoss() / expected.boxLoss()).isBetween(0.98f, 1.02f);
            assertThat(cosine(found.gradient(), expected.gradient())).isGreaterThan(0.99);
            assertThat(cosine(found.scores(), expected.scores())).isGreaterThan(0.999);
            assertThat(cosine(there.statistics, here.statistics)).isGreaterThan(0.999);
        }
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
