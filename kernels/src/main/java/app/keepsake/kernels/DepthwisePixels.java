package app.keepsake.kernels;

/**
 * One pixel or some neighbours of any window, or of the part of it that lies inside the map. The last vector of channels
 * overlaps the one before it if the channels do not fill it; both compute the same there.
 */
final class DepthwisePixels {
    private static final Code METHOD = Code.of("""
            /** ${pixels} of any window; taps from {@code ky0, kx0} up to {@code ky1, kx1} of a window {@code kw} wide. */
            static void pixels${count}(
                    float[] x, int at, int rowStride, int columnStride, int pixelStride, int channels,
                    int ky0, int ky1, int kx0, int kx1, int kw, float[] w, float[] bias,
                    float[] slope, float most, float[] y, int y0${more}, int blockStride) {
                for (int i = 0; i < channels; i += L) {
                    int c = Math.min(i, channels - L);
                    int to = c / 16 * blockStride + c % 16;
                    ${biases}
                    for (int ky = ky0; ky < ky1; ky++) {
                        for (int kx = kx0; kx < kx1; kx++) {
                            FloatVector tap = FloatVector.fromArray(S, w, (ky * kw + kx) * channels + c);
                            int from = at + ky * rowStride + kx * columnStride + c;
                            ${sums}
                        }
                    }
                    FloatVector slope0 = FloatVector.fromArray(S, slope, c);
                    ${results}
                }
            }
            """);

    private static final Code BIAS = Code.of("FloatVector s${p} = FloatVector.fromArray(S, bias, c);");

    private static final Code SUM =
            Code.of("s${p} = FloatVector.fromArray(S, x, from + ${p} * pixelStride).fma(tap, s${p});");

    private static final Code RESULT = Code.of("""
            ${activation}
            s${p}.intoArray(y, y${p} + to);
            """);

    private DepthwisePixels() {}

    /** Computes one pixel or four. */
    static Code method(int count) {
        return METHOD.with("pixels", count == 1 ? "One pixel" : "Neighbours")
                .with("count", count)
                .with("more", count == 1 ? "" : ", int y1, int y2, int y3")
                .with("biases", Code.each(count, p -> BIAS.with("p", p)))
                .with("sums", Code.each(count, p -> SUM.with("p", p)))
                .with("results", Code.each(count, DepthwisePixels::result));
    }

    private static Code result(int p) {
        return RESULT.with("activation", Ending.BOUNDED.activation("s" + p, "slope0"))
                .with("p", p);
    }
}
