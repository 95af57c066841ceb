package app.keepsake.engine.internal.kernel;

import java.util.Arrays;

/**
 * What a kernel does to its sums before it stores them: {@code x += bias; x = x < 0 ? slope * x : x; x = min(x, most)}.
 * Covers no activation (slope 1), ReLU (slope 0), ReLU6 (most 6) and the leaky ones. NaN passes through. Arrays have
 * whole vectors. Kernels have a shorter way for bias and ReLU.
 */
@SuppressWarnings("ArrayRecordComponent") // Shared constants; never compared.
public record Ending(float[] bias, float[] slope, float most, boolean isRelu) {
    /** Ends {@code columns} sums; arrays are padded to whole vectors. */
    public static Ending of(float[] bias, float[] slope, float most) {
        int padded = Math.ceilDiv(bias.length, Vectors.LANES) * Vectors.LANES;
        boolean relu = most == Float.POSITIVE_INFINITY && allZero(slope);
        return new Ending(Arrays.copyOf(bias, padded), Arrays.copyOf(slope, padded), most, relu);
    }

    private static boolean allZero(float[] slope) {
        for (float s : slope) {
            if (s != 0) {
                return false;
            }
        }
        return true;
    }
}
