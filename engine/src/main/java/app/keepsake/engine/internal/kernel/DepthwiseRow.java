package app.keepsake.engine.internal.kernel;

/**
 * A row of a depthwise convolution: four pixels at a time where the whole window lies inside the map, one at a time with
 * a clipped window at its edges. Immutable.
 */
public final class DepthwiseRow {
    private static final int QUAD = 4;

    private final float[] weights;
    private final float[] bias;
    private final float[] slope;
    private final float most;
    private final int channels;
    private final int kernelH;
    private final int kernelW;
    private final int stride;
    private final int dilation;

    /**
     * @param weights {@code [kernelH][kernelW][channels]}
     * @param bias one number for each channel, as {@code slope}, which applies below 0
     * @param stride and dilation along the row
     */
    public DepthwiseRow(
            float[] weights,
            float[] bias,
            float[] slope,
            float most,
            int kernelH,
            int kernelW,
            int stride,
            int dilation) {
        this.weights = weights;
        this.bias = bias;
        this.slope = slope;
        this.most = most;
        this.kernelH = kernelH;
        this.kernelW = kernelW;
        this.stride = stride;
        this.dilation = dilation;
        channels = bias.length;
    }

    /** True if maps of so many channels can be computed in vectors. */
    public static boolean fits(int channels) {
        return channels >= Vectors.LANES;
    }

    public int channels() {
        return channels;
    }

    /**
     * Computes the pixels from column {@code first} up to {@code last} of a row.
     *
     * @param at where the first column of the row that the window's first row lies on would be; that row may be above the
     *     map
     * @param rowStride floats from one row of the window to the next
     * @param width pixels of an input row
     * @param left columns of padding
     * @param ky0 first row of the window that lies inside the map
     * @param ky1 row after the last
     * @param panelRow where column {@code first} goes: its number among the pixels of a map, or among the rows of panels
     * @param rowsPerPanel rows of each panel of {@code panelSize} floats; a map is panels of one row
     * @param blockStride floats between blocks of sixteen channels
     */
    public void compute(
            float[] x,
            int at,
            int rowStride,
            int width,
            int left,
            int ky0,
            int ky1,
            int first,
            int last,
            float[] y,
            int yAt,
            int panelRow,
            int rowsPerPanel,
            int panelSize,
            int blockStride) {
        int reach = (kernelW - 1) * dilation;
        boolean plain = kernelW == 3 && kernelH == 3 && stride == 1 && dilation == 1 && ky0 == 0 && ky1 == 3;
        int ox = first;
        int row = panelRow;
        while (ox < last) {
            int ix = ox * stride - left;
            int from = at + ix * channels;
            boolean inside = ix >= 0 && ix + (QUAD - 1) * stride + reach < width && ox + QUAD <= last;
            int y0 = yAt + row / rowsPerPanel * panelSize + row % rowsPerPanel * Columns.DEPTH;
            if (inside) {
                int y1 = yAt + (row + 1) / rowsPerPanel * panelSize + (row + 1) % rowsPerPanel * Columns.DEPTH;
                int y2 = yAt + (row + 2) / rowsPerPanel * panelSize + (row + 2) % rowsPerPanel * Columns.DEPTH;
                int y3 = yAt + (row + 3) / rowsPerPanel * panelSize + (row + 3) % rowsPerPanel * Columns.DEPTH;
                if (plain) {
                    Depthwise.quad3x3(
                            x,
                            from,
                            from + rowStride,
                            from + 2 * rowStride,
                            channels,
                            weights,
                            bias,
                            slope,
                            most,
                            y,
                            y0,
                            y1,
                            y2,
                            y3,
                            blockStride);
                } else {
                    Depthwise.pixels4(
                            x,
                            from,
                            rowStride,
                            dilation * channels,
                            stride * channels,
                            channels,
                            ky0,
                            ky1,
                            0,
                            kernelW,
                            kernelW,
                            weights,
                            bias,
                            slope,
                            most,
                            y,
                            y0,
                            y1,
                            y2,
                            y3,
                            blockStride);
                }
            } else {
                int kx0 = ix < 0 ? Math.ceilDiv(-ix, dilation) : 0;
                int kx1 = Math.min(kernelW, Math.ceilDiv(width - ix, dilation));
                Depthwise.pixels1(
                        x,
                        from,
                        rowStride,
                        dilation * channels,
                        0,
                        channels,
                        ky0,
                        ky1,
                        kx0,
                        kx1,
                        kernelW,
                        weights,
                        bias,
                        slope,
                        most,
                        y,
                        y0,
                        blockStride);
            }
            ox += inside ? QUAD : 1;
            row += inside ? QUAD : 1;
        }
    }
}
