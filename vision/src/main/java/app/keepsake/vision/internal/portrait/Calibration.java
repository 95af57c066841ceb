package app.keepsake.vision.internal.portrait;

/** Makes probabilities of what is measured of a face, by logistic regression on labelled photos; see docs/decisions. */
final class Calibration {
    /** Pixels between the eyes from which on more of them do not help. */
    private static final double ENOUGH_PIXELS = 12;

    /** Faces of people reach more, however small: what does not is an animal, a clock, or turned far away. */
    private static final double LEAST_CERTAINTY = 0.95;

    /** Blur up to which edges count as sharp, in pixels of the upright face. */
    private static final double SHARP = 1.4;

    private Calibration() {}

    /**
     * The probability that the person is recognised, 0 for what is not taken for a face at a second look.
     *
     * @param certainty that it is a face, 0 to 1
     * @param eyeDistance pixels of the picture
     * @param sigma blur of the upright face; of a small face it tells nothing more than its size
     * @param steadiness likeness of the face to its mirror image: turned away or half covered ones are less alike
     */
    static double quality(double certainty, double eyeDistance, double sigma, double steadiness) {
        double small = Math.max(0, Math.log(ENOUGH_PIXELS / Math.max(1, eyeDistance)));
        double blurred = small > 0 ? 0 : Math.max(0, Math.log(sigma / SHARP));
        double isFace = Math.clamp((certainty - LEAST_CERTAINTY) / (1 - LEAST_CERTAINTY), 0, 1);
        return isFace * logistic(4.19 - 6.93 * small - 5.93 * blurred + 27.45 * (steadiness - 0.97));
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
