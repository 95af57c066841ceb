package app.keepsake.engine.internal.kernel;

/** Chooses among the generated transforms. Channels come in whole vectors. */
public final class WinogradTransform {
    private WinogradTransform() {}

    /** True if maps of so many channels can be transformed. */
    public static boolean fits(int channels) {
        return channels % Vectors.LANES == 0;
    }

    /**
     * Transforms 6x6 pixels of each of {@code tiles} neighbours.
     *
     * @param at the offset of the first pixel
     * @param rowStride floats from one row of pixels to the next
     * @param row of the panels, the first to fill
     * @param panelStride floats from one point's panels to the next
     */
    public static void input(
            float[] x,
            int at,
            int rowStride,
            int channels,
            int tiles,
            float[] v,
            int panels,
            int row,
            int panelSize,
            int panelStride) {
        int inPanel = row % Columns.ROWS;
        int vAt = panels + row / Columns.ROWS * panelSize + inPanel * Columns.DEPTH;
        int vectors = channels / Vectors.LANES;
        Winograd.input(x, at, rowStride, channels, vectors, tiles, v, vAt, inPanel, panelSize, panelStride);
    }

    /** Transforms products of {@code tiles} neighbours back to 4x4 pixels, or to 2x2 maxima of them, and ends them. */
    public static void output(
            float[] m,
            int mAt,
            int productStride,
            int channels,
            int tiles,
            Ending ending,
            boolean pooled,
            float[] y,
            int yAt,
            int rowStride) {
        int vectors = channels / Vectors.LANES;
        float[] bias = ending.bias();
        float[] slope = ending.slope();
        float most = ending.most();
        if (ending.isRelu() && pooled) {
            Winograd.outputPooledRelu(m, mAt, productStride, vectors, tiles, bias, y, yAt, rowStride, channels);
        } else if (ending.isRelu()) {
            Winograd.outputRelu(m, mAt, productStride, vectors, tiles, bias, y, yAt, rowStride, channels);
        } else if (pooled) {
            Winograd.outputPooledBounded(
                    m, mAt, productStride, vectors, tiles, bias, slope, most, y, yAt, rowStride, channels);
        } else {
            Winograd.outputBounded(
                    m, mAt, productStride, vectors, tiles, bias, slope, most, y, yAt, rowStride, channels);
        }
    }
}
