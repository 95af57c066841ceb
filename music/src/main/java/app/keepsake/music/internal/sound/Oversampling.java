package app.keepsake.music.internal.sound;

/** Values between samples, by a windowed sinc at quarter steps. */
public final class Oversampling {
    /** Samples that are looked at on either side. */
    public static final int HALF = 6;

    private static final double[][] PHASES = phases();

    private Oversampling() {}

    /** Greatest magnitude from sample {@code i} up to the next. */
    public static double peak(float[] data, int i) {
        double peak = Math.abs(data[i]);
        if (i < HALF - 1 || i + HALF >= data.length) {
            return peak;
        }
        for (double[] phase : PHASES) {
            double value = 0;
            for (int k = 0; k < phase.length; k++) {
                value += phase[k] * data[i - HALF + 1 + k];
            }
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    private static double[][] phases() {
        double[][] result = new double[3][2 * HALF];
        for (int p = 0; p < 3; p++) {
            double sum = 0;
            for (int k = 0; k < 2 * HALF; k++) {
                double x = k - HALF + 1 - (p + 1) / 4.0;
                double window = 0.5 + 0.5 * Math.cos(Math.PI * x / HALF);
                result[p][k] = Math.sin(Math.PI * x) / (Math.PI * x) * window;
                sum += result[p][k];
            }
            for (int k = 0; k < 2 * HALF; k++) {
                result[p][k] /= sum;
            }
        }
        return result;
    }
}
