package app.keepsake.engine.internal.graph;

import app.keepsake.engine.Activation;
import app.keepsake.engine.Op;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or several nodes that are computed together.
 *
 * @param name the last node's, whose result it computes
 * @param op what is computed first
 * @param inputs of the operation; a residual comes last
 * @param after what follows a convolution, or null for other operations
 */
public record Layer(
        String name, Op op, List<String> inputs, @Nullable After after) {
    public Layer {
        inputs = List.copyOf(inputs);
    }

    /**
     * What follows a convolution before its result is stored: {@code x = x < 0 ? slope * x : x; x = min(x, most)}, then
     * perhaps a 2x2 maximum, then perhaps the sum with another map of the same shape and a second activation.
     *
     * @param slopes one for each channel, or empty for 1 throughout
     * @param residual whether the last input is added
     * @param slopesAfterSum as {@code slopes}, after the sum
     * @param function what comes then
     * @param scale what the function's value is multiplied with
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared constants; never compared.
    public record After(
            float[] slopes,
            float most,
            boolean pooled,
            boolean residual,
            float[] slopesAfterSum,
            float mostAfterSum,
            Activation function,
            float scale) {
        static final float[] LINEAR = {};
        public static final After NOTHING = new After(
                LINEAR, Float.POSITIVE_INFINITY, false, false, LINEAR, Float.POSITIVE_INFINITY, Activation.NONE, 1);

        After withSlopes(float[] changed) {
            return residual
                    ? new After(slopes, most, pooled, true, changed, mostAfterSum, function, scale)
                    : new After(changed, most, pooled, false, slopesAfterSum, mostAfterSum, function, scale);
        }

        After withMost(float changed) {
            return residual
                    ? new After(slopes, most, pooled, true, slopesAfterSum, changed, function, scale)
                    : new After(slopes, changed, pooled, false, slopesAfterSum, mostAfterSum, function, scale);
        }

        After withPool() {
            return new After(slopes, most, true, residual, slopesAfterSum, mostAfterSum, function, scale);
        }

        After withFunction(Activation last) {
            return new After(slopes, most, pooled, residual, slopesAfterSum, mostAfterSum, last, 1);
        }

        After withScale(float factor) {
            return new After(slopes, most, pooled, residual, slopesAfterSum, mostAfterSum, function, factor);
        }

        After withResidual() {
            return new After(slopes, most, pooled, true, slopesAfterSum, mostAfterSum, function, scale);
        }

        /** The slopes that apply at the end so far. */
        float[] lastSlopes() {
            return residual ? slopesAfterSum : slopes;
        }

        float lastMost() {
            return residual ? mostAfterSum : most;
        }

        boolean isLinear() {
            return lastSlopes().length == 0 && lastMost() == Float.POSITIVE_INFINITY;
        }

        /** True if taking a maximum before or after gives the same. */
        boolean isMonotone() {
            for (float slope : slopes) {
                if (slope < 0) {
                    return false;
                }
            }
            return !residual;
        }
    }
}
