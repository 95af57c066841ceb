package app.keepsake.vision.internal.portrait;

/** Makes probabilities of what is measured of a face, by logistic regression on labelled photos; see docs/decisions. */
final class Calibration {
    /** Pixels between the eyes from which on more of them do not help. */
    private static final double ENOUGH_PIXELS = 14;

    /** Blur up to which edges count as sharp, in pixels of the upright face. */
    private static final double SHARP = 1.4;

    private Calibration() {}

    /**
     * The probability that the person is recognised.
     *
     * @param eyeDistance pixels of the picture
     * @param sigma blur of the upright face; of a small face it tells nothing more than its size
     * @param steadiness likeness of the face to its mirror image: turned away or half covered ones are less alike
     */
    static double quality(double eyeDistance, double sigma, double steadiness) {
        double small = Math.max(0, Math.log(ENOUGH_PIXELS / Math.max(1, eyeDistance)));
        double blurred = small > 0 ? 0 : Math.max(0, Math.log(sigma / SHARP));
        return logistic(1.350 - 2.103 * small - 1.459 * blurred + 112.4 * (steadiness - 0.99));
    }

    /** The probability that a person would call it a smile. */
    static double smile(double happiness) {
        return logistic(-1.080 + 0.671 * Math.log((happiness + 1e-3) / (1 - happiness + 1e-3)));
    }

    /** The probability that a person would call the eyes open. */
    static double eyesOpen(double opening) {
        return logistic(-4.433 + 33.24 * opening);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
