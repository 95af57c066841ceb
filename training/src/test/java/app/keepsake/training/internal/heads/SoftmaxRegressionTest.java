package app.keepsake.training.internal.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.vision.TrainedHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SoftmaxRegressionTest {
    private static final List<String> CLASSES = List.of("left", "middle", "right");

    @Test
    void learnsWhatLiesWhereAndKeepsItInAFile(@TempDir Path folder) throws IOException {
        Examples examples = new Examples(CLASSES);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 600; i++) {
            double x = 6 * random.nextDouble() - 3;
            String name = CLASSES.get(x < -1 ? 0 : x < 1 ? 1 : 2);
            examples.add(name, new float[] {(float) (100 * x), (float) (x * x), 7});
        }
        double[] importance = {1, 1, 1};
        List<double[]> unseen = examples.crossValidated(importance, 1e-5f);
        int right = 0;
        for (int i = 0; i < unseen.size(); i++) {
            double[] likely = SoftmaxRegression.softmax(unseen.get(i), 1);
            right += likely[examples.label(i)] > 0.5 ? 1 : 0;
        }
        assertThat(right / 600.0).isGreaterThan(0.9);

        SoftmaxRegression fit = examples.fit(importance, 1e-5f);
        Path file = folder.resolve("sides.model");
        TrainedHead.write(file, CLASSES, fit.weights(), fit.bias());
        float[] leftmost = {-250, 6.25f, 7};
        Map<String, Double> read = TrainedHead.read(file).classify(leftmost);
        assertThat(read.keySet()).containsExactlyElementsOf(CLASSES);
        assertThat(read.get("left")).isGreaterThan(0.9);
        assertThat(read.get("left")).isCloseTo(SoftmaxRegression.softmax(fit.logits(leftmost), 1)[0], within(0.02));
    }
}
