package app.keepsake.engine.internal.kernel;

/** Chooses among the generated transforms. Channels come in whole vectors. */
public final class WinogradTransform {
    private WinogradTransform() {}

    /** True if maps of so many channels can be transformed. */
    public static boolean fits(int channels) {
        return channels % Vectors.LANES == 0;
    }

    /**
     * Transforms 6x6 pixels.
     *
     * @param row the offset of the first pixel
     * @param rowStride floats from one row of pixels to the next
     * @param panelStride floats from one point's panels to the next
     */
    public static void input(float[] x, int row, int rowStride, int channels, float[] v, int vAt, int panelStride) {
        Winograd.input(
                x,
                row,
                row + rowStride,
                row + 2 * rowStride,
                row + 3 * rowStride,
                row + 4 * rowStride,
                row + 5 * rowStride,
                channels,
                channels / Vectors.LANES,
                v,
                vAt,
                panelStride,
                Columns.ROWS * Columns.DEPTH);
    }

    /** Transforms products back to 4x4 pixels, or to 2x2 maxima of them, and ends them. */
    public static void output(
            float[] m,
            int mAt,
            int productStride,
            int channels,
            Ending ending,
            boolean pooled,
            float[] y,
            int row,
            int rowStride) {
        int vectors = channels / Vectors.LANES;
        float[] bias = ending.bias();
        int r1 = row + rowStride;
        if (ending.isRelu()) {
            if (pooled) {
                Winograd.outputPooledRelu(m, mAt, productStride, vectors, bias, y, row, r1, channels);
            } else {
                Winograd.outputRelu(
                        m, mAt, productStride, vectors, bias, y, row, r1, r1 + rowStride, r1 + 2 * rowStride, channels);
            }
        } else if (pooled) {
            Winograd.outputPooledBounded(
                    m, mAt, productStride, vectors, bias, ending.slope(), ending.most(), y, row, r1, channels);
        } else {
            Winograd.outputBounded(
                    m,
                    mAt,
                    productStride,
                    vectors,
                    bias,
                    ending.slope(),
                    ending.most(),
                    y,
                    row,
                    r1,
                    r1 + rowStride,
                    r1 + 2 * rowStride,
                    channels);
        }
    }
}
