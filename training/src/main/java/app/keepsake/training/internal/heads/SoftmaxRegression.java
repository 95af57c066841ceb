package app.keepsake.training.internal.heads;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.util.List;

/**
 * Multinomial logistic regression with a penalty on the squares of the weights, by full-batch gradient descent (Adam).
 *
 * @param weights {@code [features, classes]} for features as they come
 * @param bias {@code [classes]}
 */
public record SoftmaxRegression(Tensor weights, Tensor bias) {
    private static final int STEPS = 300;
    private static final float RATE = 0.02f;

    /**
     * @param x {@code [examples][features]}
     * @param y class of each example
     * @param importance of each example
     * @param penalty on the weights of features scaled to a deviation of 1
     */
    public static SoftmaxRegression fit(
            List<float[]> x, List<Integer> y, List<Double> importance, int classes, float penalty) {
        int n = x.size();
        int d = x.getFirst().length;
        double[] mean = new double[d];
        double[] deviation = new double[d];
        scale(x, mean, deviation);
        float[] scaled = new float[n * d];
        float[] wanted = new float[n * classes];
        float[] share = new float[n];
        double total = importance.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                scaled[i * d + j] = (float) ((x.get(i)[j] - mean[j]) / deviation[j]);
            }
            wanted[i * classes + y.get(i)] = 1;
            share[i] = (float) (importance.get(i) / total);
        }
        float[] w = descend(scaled, wanted, share, n, d, classes, penalty);
        return unscaled(w, mean, deviation, d, classes);
    }

    private static void scale(List<float[]> x, double[] mean, double[] deviation) {
        int n = x.size();
        for (float[] row : x) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / n;
                deviation[j] += row[j] * row[j] / (double) n;
            }
        }
        for (int j = 0; j < mean.length; j++) {
            deviation[j] = Math.sqrt(Math.max(1e-6, deviation[j] - mean[j] * mean[j]));
        }
    }

    /** Weights and, in the last row, biases: {@code [d + 1, classes]}. */
    private static float[] descend(float[] x, float[] y, float[] share, int n, int d, int classes, float penalty) {
        float[] w = new float[(d + 1) * classes];
        double[] first = new double[w.length];
        double[] second = new double[w.length];
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDArray inputs = manager.create(x, new ai.djl.ndarray.types.Shape(n, d));
            NDArray transposed = inputs.transpose();
            NDArray wanted = manager.create(y, new ai.djl.ndarray.types.Shape(n, classes));
            NDArray shares = manager.create(share, new ai.djl.ndarray.types.Shape(n, 1));
            for (int step = 1; step <= STEPS; step++) {
                float[] gradient = gradient(manager, inputs, transposed, wanted, shares, w, d, classes);
                for (int i = 0; i < w.length; i++) {
                    double g = gradient[i] + (i < d * classes ? penalty * w[i] : 0);
                    first[i] = 0.9 * first[i] + 0.1 * g;
                    second[i] = 0.999 * second[i] + 0.001 * g * g;
                    double a = first[i] / (1 - Math.pow(0.9, step));
                    double b = second[i] / (1 - Math.pow(0.999, step));
                    w[i] -= (float) (RATE * a / (Math.sqrt(b) + 1e-8));
                }
            }
        }
        return w;
    }

    private static float[] gradient(
            NDManager manager,
            NDArray inputs,
            NDArray transposed,
            NDArray wanted,
            NDArray shares,
            float[] w,
            int d,
            int classes) {
        try (NDManager step = manager.newSubManager()) {
            NDArray all = step.create(w, new ai.djl.ndarray.types.Shape(d + 1, classes));
            NDArray error = inputs.matMul(all.get("0:" + d)).add(all.get(d)).softmax(1);
            error.attach(step);
            NDArray weighted = error.sub(wanted).mul(shares);
            NDArray slopes = transposed.matMul(weighted);
            slopes.attach(step);
            float[] gradient = new float[w.length];
            System.arraycopy(slopes.toFloatArray(), 0, gradient, 0, d * classes);
            System.arraycopy(weighted.sum(new int[] {0}).toFloatArray(), 0, gradient, d * classes, classes);
            return gradient;
        }
    }

    private static SoftmaxRegression unscaled(float[] w, double[] mean, double[] deviation, int d, int classes) {
        float[] weights = new float[d * classes];
        double[] bias = new double[classes];
        for (int k = 0; k < classes; k++) {
            bias[k] = w[d * classes + k];
            for (int j = 0; j < d; j++) {
                weights[j * classes + k] = (float) (w[j * classes + k] / deviation[j]);
                bias[k] -= weights[j * classes + k] * mean[j];
            }
        }
        float[] rounded = new float[classes];
        for (int k = 0; k < classes; k++) {
            rounded[k] = (float) bias[k];
        }
        return new SoftmaxRegression(Tensor.of(Shape.of(d, classes), weights), Tensor.of(Shape.of(classes), rounded));
    }

    /** Logits of one example. */
    public double[] logits(float[] x) {
        int classes = bias.data().length;
        double[] logits = new double[classes];
        for (int k = 0; k < classes; k++) {
            logits[k] = bias.data()[k];
        }
        for (int j = 0; j < x.length; j++) {
            for (int k = 0; k < classes; k++) {
                logits[k] += x[j] * weights.data()[j * classes + k];
            }
        }
        return logits;
    }

    /** The same decisions with probabilities that are less sure (above 1) or surer (below 1). */
    public SoftmaxRegression atTemperature(double temperature) {
        return new SoftmaxRegression(divided(weights, temperature), divided(bias, temperature));
    }

    private static Tensor divided(Tensor x, double by) {
        float[] values = x.data().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) by;
        }
        return Tensor.of(x.shape(), values);
    }

    public static double[] softmax(double[] logits, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        double[] likely = new double[logits.length];
        for (int k = 0; k < logits.length; k++) {
            likely[k] = Math.exp((logits[k] - most) / temperature);
            sum += likely[k];
        }
        for (int k = 0; k < logits.length; k++) {
            likely[k] /= sum;
        }
        return likely;
    }
}
