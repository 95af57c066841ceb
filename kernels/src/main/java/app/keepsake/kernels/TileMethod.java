package app.keepsake.kernels;

/** What the methods for tiles have in common: how they are called. */
final class TileMethod {
    private static final Code METHOD = Code.of("""
            static void ${name}(
                    float[] a, int aAt,${nextAt} int segments, int length, float[] b, int bAt,
                    float[] c, int cAt, int cStride${bias}${bounds}) {
                ${body}
            }
            """);

    private TileMethod() {}

    /** A method for one panel, or for two, the second of which begins at {@code nextAt}. */
    static Code of(String name, int panels, Ending ending, Code body) {
        return METHOD.with("name", name + ending.suffix())
                .with("nextAt", panels > 1 ? " int nextAt," : "")
                .with("bias", ending.ifBias(", float[] bias, int biasAt"))
                .with("bounds", ending.ifBounded(", float[] slope, float most"))
                .with("body", body);
    }
}
