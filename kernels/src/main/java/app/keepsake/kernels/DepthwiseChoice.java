package app.keepsake.kernels;

import java.util.List;

/** Chooses the depthwise kernel by its number: place + 5 for stride 2 + 10 for a window of 5x5. */
final class DepthwiseChoice {
    private static final Code METHOD = Code.of("""
            /** Four neighbours of a square window, with the kernel of this number. */
            static void quad(
                    int kernel, float[] x, int at, int rowStride, int channels, int from, int until, int ky0, int ky1,
                    float[] w, float[] bias, float[] slope, float most,
                    float[] y, int y0, int y1, int y2, int y3, int blockStride) {
                switch (kernel) {
                    ${cases}
                    default -> throw new IllegalArgumentException("no kernel " + kernel);
                }
            }
            """);

    private static final Code CASE = Code.of("""
            case ${number} ->
                ${name}(
                        x, at, rowStride, channels, from, until,${someRows}
                        w, bias,${bounds} y, y0, y1, y2, y3, blockStride);
            """);

    private DepthwiseChoice() {}

    static Code method(List<DepthwiseQuad> quads) {
        return METHOD.with("cases", Code.each(quads.size(), number -> call(number, quads.get(number))));
    }

    private static Code call(int number, DepthwiseQuad quad) {
        return CASE.with("number", number)
                .with("name", quad.name())
                .with("someRows", quad.place().isWhole() ? "" : " ky0, ky1,")
                .with("bounds", quad.place().ending().ifBounded(" slope, most,"));
    }
}
