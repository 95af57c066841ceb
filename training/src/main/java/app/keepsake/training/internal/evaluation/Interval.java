package app.keepsake.training.internal.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A figure with the range that 95 of 100 draws of as many photos give (bootstrap over photos; Efron, 1979).
 */
public record Interval(double value, double low, double high) {
    private static final int DRAWS = 300;

    /** The same for the same evaluation. */
    public static Interval of(DetectionEvaluation evaluation, ToDoubleFunction<DetectionEvaluation> figure) {
        SplittableRandom random = new SplittableRandom(1);
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = figure.applyAsDouble(evaluation.resampled(random));
        }
        Arrays.sort(draws);
        return new Interval(figure.applyAsDouble(evaluation), draws[DRAWS * 25 / 1000], draws[DRAWS * 975 / 1000]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", value, low, high);
    }
}
