package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;

/**
 * A filter of the second order. Not thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/audio-eq-cookbook/">Bristow-Johnson: Audio EQ cookbook</a>
 */
final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double s1;
    private double s2;

    private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
        this.b0 = b0 / a0;
        this.b1 = b1 / a0;
        this.b2 = b2 / a0;
        this.a1 = a1 / a0;
        this.a2 = a2 / a0;
    }

    /** A Butterworth high-pass. */
    static Biquad highPass(double hertz) {
        double w = 2 * Math.PI * hertz / Sound.RATE;
        double alpha = Math.sin(w) / Math.sqrt(2);
        double cos = Math.cos(w);
        return new Biquad((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /** Raises what lies above a frequency. */
    static Biquad highShelf(double hertz, double decibels) {
        double a = Math.pow(10, decibels / 40);
        double w = 2 * Math.PI * hertz / Sound.RATE;
        double cos = Math.cos(w);
        double beta = Math.sqrt(2 * a) * Math.sin(w);
        return new Biquad(
                a * (a + 1 + (a - 1) * cos + beta),
                -2 * a * (a - 1 + (a + 1) * cos),
                a * (a + 1 + (a - 1) * cos - beta),
                a + 1 - (a - 1) * cos + beta,
                2 * (a - 1 - (a + 1) * cos),
                a + 1 - (a - 1) * cos - beta);
    }

    double next(double in) {
        double out = b0 * in + s1;
        s1 = b1 * in - a1 * out + s2;
        s2 = b2 * in - a2 * out;
        return out;
    }
}
