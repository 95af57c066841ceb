/** The text of a generated class: what all kernels have in common. */
class KernelSource {
    /**
     * Rows of a panel. Seven rows of two vectors, or twice seven of one, come nearest to the peak with 32 registers, and
     * divide 7, 14, 28 … pixels; where there may be 16 registers only, fourteen accumulators would be too many.
     */
    static final int[] PANELS = {7, 6};

    private static final String HEAD =
            """
            package app.keepsake.engine.internal.kernel;

            import javax.annotation.processing.Generated;
            import jdk.incubator.vector.FloatVector;
            import jdk.incubator.vector.VectorOperators;
            import jdk.incubator.vector.VectorSpecies;

            """;

    private final StringBuilder out = new StringBuilder(HEAD);

    final String text() {
        return out.toString();
    }

    /** What happens to the sums before they are stored. */
    enum Ending {
        /** Nothing. */
        RAW,
        /** Bias, then negative numbers become 0. */
        RELU,
        /** Bias, then a slope for negative numbers and an upper bound. */
        BOUNDED
    }

    static String suffix(Ending ending) {
        return switch (ending) {
            case RAW -> "";
            case RELU -> "Relu";
            case BOUNDED -> "Bounded";
        };
    }

    final void line(String text, Object... values) {
        out.append(values.length == 0 ? text : text.formatted(values)).append('\n');
    }

    final void open(String name, String what) {
        line("/** %s */", what);
        line("@Generated(\"GenerateKernels\")");
        line("final class %s {", name);
        line("private static final VectorSpecies<Float> S = Vectors.SPECIES;");
        line("private static final int L = Vectors.LANES;");
        line("private %s() {}", name);
    }

    final void bend(String s) {
        line("%s = %s.blend(%s.mul(slope0), %s.compare(VectorOperators.LT, 0f));", s, s, s, s);
        line("%s = %s.blend(most, %s.compare(VectorOperators.GT, most));", s, s, s);
    }
}
