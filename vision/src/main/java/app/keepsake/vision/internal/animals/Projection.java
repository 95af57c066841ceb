package app.keepsake.vision.internal.animals;

/**
 * Makes long vectors short, so that their cosines stay nearly what they are: each number of the short one is the sum of
 * all of the long one with signs by chance (D. Achlioptas, "Database-friendly random projections", 2001). The signs are
 * always the same.
 */
public final class Projection {
    private static final long SEED = 20261201;

    private Projection() {}

    /**
     * @param dimensions of the answer, a multiple of 64
     * @return of length 1, unless the vector is nothing
     */
    public static float[] of(float[] vector, int dimensions) {
        double[] sums = new double[dimensions];
        long state = SEED;
        for (float value : vector) {
            for (int from = 0; from < dimensions; from += Long.SIZE) {
                state += 0x9E3779B97F4A7C15L;
                long signs = mixed(state);
                for (int i = 0; i < Long.SIZE && value != 0; i++) {
                    sums[from + i] += (signs >>> i & 1) == 0 ? value : -value;
                }
            }
        }
        return unit(sums);
    }

    /** SplitMix64 (G. Steele and others, "Fast splittable pseudorandom number generators", 2014). */
    private static long mixed(long state) {
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static float[] unit(double[] sums) {
        double length = 0;
        for (double sum : sums) {
            length += sum * sum;
        }
        double scale = length == 0 ? 0 : 1 / Math.sqrt(length);
        float[] unit = new float[sums.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (sums[i] * scale);
        }
        return unit;
    }
}
