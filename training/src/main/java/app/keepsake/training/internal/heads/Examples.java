package app.keepsake.training.internal.heads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Labelled feature vectors, and cross-validation on them. Example {@code i} belongs to fold {@code i % FOLDS}. */
public final class Examples {
    static final int FOLDS = 5;

    private final List<String> classes;
    private final List<float[]> x = new ArrayList<>();
    private final List<Integer> y = new ArrayList<>();

    public Examples(List<String> classes) {
        this.classes = List.copyOf(classes);
    }

    public void add(String name, float[] features) {
        x.add(features);
        y.add(classes.indexOf(name));
    }

    public int size() {
        return x.size();
    }

    public List<String> classes() {
        return classes;
    }

    public int label(int i) {
        return y.get(i);
    }

    /** Examples of a class with many count less, so that each class weighs as given. */
    private List<Double> importance(double[] classWeights) {
        int[] counts = new int[classes.size()];
        y.forEach(label -> counts[label]++);
        return y.stream().map(label -> classWeights[label] / counts[label]).toList();
    }

    public SoftmaxRegression fit(double[] classWeights, float penalty) {
        return SoftmaxRegression.fit(x, y, importance(classWeights), classes.size(), penalty);
    }

    /** Logits of every example by a fit that did not see it. */
    public List<double[]> crossValidated(double[] classWeights, float penalty) {
        double[][] logits = new double[x.size()][];
        List<Double> importance = importance(classWeights);
        for (int fold = 0; fold < FOLDS; fold++) {
            List<float[]> seen = new ArrayList<>();
            List<Integer> labels = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (int i = 0; i < x.size(); i++) {
                if (i % FOLDS != fold) {
                    seen.add(x.get(i));
                    labels.add(y.get(i));
                    weights.add(importance.get(i));
                }
            }
            SoftmaxRegression fit = SoftmaxRegression.fit(seen, labels, weights, classes.size(), penalty);
            for (int i = fold; i < x.size(); i += FOLDS) {
                logits[i] = fit.logits(x.get(i));
            }
        }
        return Arrays.asList(logits);
    }

    /** The temperature with the least logarithmic loss on held-out logits (C. Guo and others, 2017). */
    public double temperature(List<double[]> logits) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double t = 0.3; t < 8; t *= 1.05) {
            double loss = 0;
            for (int i = 0; i < logits.size(); i++) {
                loss -= Math.log(SoftmaxRegression.softmax(logits.get(i), t)[y.get(i)] + 1e-12);
            }
            if (loss < least) {
                least = loss;
                best = t;
            }
        }
        return best;
    }

    /** The examples whose class a condition holds for, without those that a test rejects. */
    public Examples without(java.util.function.IntPredicate rejected) {
        Examples kept = new Examples(classes);
        for (int i = 0; i < x.size(); i++) {
            if (!rejected.test(i)) {
                kept.add(classes.get(y.get(i)), x.get(i));
            }
        }
        return kept;
    }
}
