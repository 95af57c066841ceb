package app.keepsake.training.internal.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.training.internal.data.Batch;
import app.keepsake.training.internal.data.BatchSource;
import app.keepsake.training.internal.data.CropTable;
import app.keepsake.training.internal.data.PhotoStore;
import app.keepsake.training.internal.student.StudentTrainer.Schedule;
import app.keepsake.vision.student.StudentWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
    private static final StudentDesign DESIGN = StudentDesign.parse("8/2 P 8 P 16 16x1");

    @TempDir
    private Path folder;

    @Test
    void beginsWithWhatWeightsAnswer() throws IOException, InterruptedException {
        try (PhotoStore store = Discs.store(folder.resolve("photos"))) {
            Schedule schedule = new Schedule(32, 60, 60, 60, 0.01, 0.001, 1);
            Checkpoint trained = new StudentTrainer(store, List.of(), schedule, null, line -> {})
                    .run(Checkpoint.fresh(DESIGN, 1), folder.resolve("student"));
            StudentWeights weights = trained.folded().weights("discs").calibrated(2, 1);

            Checkpoint begun = Checkpoint.of(FoldedStudent.of(weights), store, 3);

            assertThat(begun.step()).isZero();
            List<StudentWeights.Layer> layers = begun.folded().weights("again").layers();
            for (int i = 0; i < layers.size(); i++) {
                assertThat(layers.get(i).weights())
                        .containsExactly(weights.layers().get(i).weights(), within(1e-4f));
                assertThat(layers.get(i).bias())
                        .containsExactly(weights.layers().get(i).bias(), within(1e-4f));
            }
            assertAnswersAlikeInTraining(begun, store);
        }
    }

    /** While it trains, means and variances are those of each batch; so they must be right from the first step. */
    private static void assertAnswersAlikeInTraining(Checkpoint begun, PhotoStore store) {
        Batch batch =
                new BatchSource(store, DESIGN.tiling(), 7, false).batch(new CropTable(store, List.of(), false), 0, 48);
        try (TorchStudent student = new TorchStudent(DESIGN)) {
            float[] answers = student.measure(begun.now(), batch).scores();
            float[] inTraining = student.step(begun.now().copy(), batch).scores();
            double apart = 0;
            for (int i = 0; i < answers.length; i++) {
                apart += Math.abs(answers[i] - inTraining[i]) / answers.length;
            }
            assertThat(apart).isLessThan(0.03);
        }
    }
}
