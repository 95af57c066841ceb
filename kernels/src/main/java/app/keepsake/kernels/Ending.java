package app.keepsake.kernels;

/** What happens to the sums before they are stored. */
enum Ending {
    /** Nothing. */
    RAW(""),
    /** Bias, then negative numbers become 0. */
    RELU("Relu"),
    /** Bias, then a slope for negative numbers and an upper bound. */
    BOUNDED("Bounded");

    private static final Code RELU_ACTIVATION = Code.of("${s} = ${s}.blend(0f, ${s}.compare(VectorOperators.LT, 0f));");

    private static final Code BOUNDED_ACTIVATION = Code.of("""
            ${s} = ${s}.blend(${s}.mul(${slope}), ${s}.compare(VectorOperators.LT, 0f));
            ${s} = ${s}.blend(most, ${s}.compare(VectorOperators.GT, most));
            """);

    private final String suffix;

    Ending(String suffix) {
        this.suffix = suffix;
    }

    /** What the names of kernels with this ending end with. */
    String suffix() {
        return suffix;
    }

    /** What follows the bias, for a sum and the vector of its slopes. */
    Code activation(String sum, String slope) {
        return switch (this) {
            case RAW -> Code.NONE;
            case RELU -> RELU_ACTIVATION.with("s", sum);
            case BOUNDED -> BOUNDED_ACTIVATION.with("s", sum).with("slope", slope);
        };
    }

    /** The words if there is a bias, or none. */
    String ifBias(String words) {
        return this == RAW ? "" : words;
    }

    /** The words if there are slopes and a bound, or none. */
    String ifBounded(String words) {
        return this == BOUNDED ? words : "";
    }
}
