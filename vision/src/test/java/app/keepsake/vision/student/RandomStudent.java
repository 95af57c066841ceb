package app.keepsake.vision.student;

import app.keepsake.vision.student.StudentWeights.Layer;
import java.util.List;
import java.util.SplittableRandom;

/** A small network of the student's kind with random weights. */
final class RandomStudent {
    private RandomStudent() {}

    static StudentWeights weights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new StudentWeights(
                "random",
                1.5f,
                -0.5f,
                List.of(
                        layer(3, 8, 3, 2, random),
                        new Layer(8, 0, 2, 2, new float[0], new float[0]),
                        layer(8, 16, 3, 1, random),
                        layer(16, 5, 1, 1, random)));
    }

    private static Layer layer(int inputs, int outputs, int kernel, int stride, SplittableRandom random) {
        float[] weights = new float[kernel * kernel * inputs * outputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (0.5 * random.nextGaussian() / Math.sqrt(kernel * kernel * inputs));
        }
        float[] bias = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            bias[i] = (float) (0.1 * random.nextGaussian());
        }
        return new Layer(inputs, outputs, kernel, stride, weights, bias);
    }
}
