package app.keepsake.engine;

/** A function of one number that a layer applies to its result. */
public enum Activation {
    NONE,
    RELU,
    /** {@code min(max(x, 0), 6)}. */
    RELU6,
    SIGMOID,
    TANH,
    /** {@code x * sigmoid(x)}. */
    SWISH,
    /** {@code x * relu6(x + 3) / 6}. */
    HARD_SWISH,
    ABS,
    NEGATE,
    SQUARE,
    SQRT,
    /** {@code 1 / sqrt(x)}. */
    RSQRT,
    EXP,
    FLOOR,
    /** The error function, which is part of GELU. */
    ERF;

    /** The function's value, in float precision. The scalar definition that every kernel is compared with. */
    public float of(float x) {
        return switch (this) {
            case NONE -> x;
            case RELU -> x < 0 ? 0 : x;
            case RELU6 -> x < 0 ? 0 : x > 6 ? 6 : x;
            case SIGMOID -> (float) (1 / (1 + Math.exp(-x)));
            case TANH -> (float) Math.tanh(x);
            case SWISH -> (float) (x / (1 + Math.exp(-x)));
            case HARD_SWISH -> x * RELU6.of(x + 3) / 6;
            case ABS -> Math.abs(x);
            case NEGATE -> -x;
            case SQUARE -> x * x;
            case SQRT -> (float) Math.sqrt(x);
            case RSQRT -> (float) (1 / Math.sqrt(x));
            case EXP -> (float) Math.exp(x);
            case FLOOR -> (float) Math.floor(x);
            case ERF -> erf(x);
        };
    }

    /** Abramowitz and Stegun 7.1.26: off by less than 1.5e-7. */
    private static float erf(float x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double series =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        double value = 1 - series * Math.exp(-(double) x * x);
        return (float) (x < 0 ? -value : value);
    }
}
