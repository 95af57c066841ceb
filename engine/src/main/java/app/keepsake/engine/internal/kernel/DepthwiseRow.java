package app.keepsake.engine.internal.kernel;

/**
 * A row of a depthwise convolution, four pixels at a time. Windows of 3x3 and 5x5 have kernels of their own, also for the
 * edges of a map; of others, those that an edge clips are computed one at a time. Immutable.
 */
public final class DepthwiseRow {
    private static final int QUAD = 4;

    private static final int WHOLE_RELU = 0;
    private static final int WHOLE = 1;
    private static final int ROWS = 2;
    private static final int LEFT = 3;
    private static final int RIGHT = 4;
    private static final int PLACES = 5;

    private final float[] weights;
    private final float[] bias;
    private final float[] slope;
    private final float most;
    private final int channels;
    private final int kernelH;
    private final int kernelW;
    private final int stride;
    private final int dilation;
    private final boolean square;
    private final boolean relu;

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
        square = kernelW == kernelH && (kernelW == 3 || kernelW == 5) && stride <= 2 && dilation == 1;
        relu = Ending.of(bias, slope, most).isRelu();
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
        int lastInPanel = rowsPerPanel - 1;
        int jump = panelSize - lastInPanel * Columns.DEPTH;
        int ox = first;
        while (ox < last) {
            // The last neighbours of a run are computed together with some that were computed before.
            int start = square && last - first >= QUAD ? Math.min(ox, last - QUAD) : ox;
            int ix = start * stride - left;
            int reach = ix + (QUAD - 1) * stride + (kernelW - 1) * dilation + 1;
            boolean four = start + QUAD <= last && (square ? isQuad(ix, reach, width) : ix >= 0 && reach <= width);
            if (!four) {
                start = ox;
                ix = ox * stride - left;
            }
            int from = at + ix * channels;
            int row = panelRow + start - first;
            int inPanel = row % rowsPerPanel;
            int y0 = yAt + row / rowsPerPanel * panelSize + inPanel * Columns.DEPTH;
            if (!four) {
                one(x, from, rowStride, width, ix, ky0, ky1, y, y0, blockStride);
                ox++;
                continue;
            }
            int y1 = y0 + (inPanel == lastInPanel ? jump : Columns.DEPTH);
            inPanel = inPanel == lastInPanel ? 0 : inPanel + 1;
            int y2 = y1 + (inPanel == lastInPanel ? jump : Columns.DEPTH);
            inPanel = inPanel == lastInPanel ? 0 : inPanel + 1;
            int y3 = y2 + (inPanel == lastInPanel ? jump : Columns.DEPTH);
            if (square) {
                int whole = channels - channels % Vectors.LANES;
                quad(x, from, rowStride, 0, whole, ix, reach, width, ky0, ky1, y, y0, y1, y2, y3, blockStride);
                if (whole < channels) {
                    int rest = channels - Vectors.LANES;
                    quad(
                            x,
                            from,
                            rowStride,
                            rest,
                            channels,
                            ix,
                            reach,
                            width,
                            ky0,
                            ky1,
                            y,
                            y0,
                            y1,
                            y2,
                            y3,
                            blockStride);
                }
            } else {
                int tap = dilation * channels;
                int pixel = stride * channels;
                Depthwise.pixels4(
                        x,
                        from,
                        rowStride,
                        tap,
                        pixel,
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
            ox = start + QUAD;
        }
    }

    /** True if the windows of four neighbours lie inside the map, or half of the first or the last one beyond its edge. */
    private boolean isQuad(int ix, int reach, int width) {
        int half = kernelW / 2;
        return ix >= 0 ? reach <= width || reach == width + half : ix == -half && reach <= width;
    }

    private void one(
            float[] x,
            int from,
            int rowStride,
            int width,
            int ix,
            int ky0,
            int ky1,
            float[] y,
            int yAt,
            int blockStride) {
        int kx0 = ix < 0 ? Math.ceilDiv(-ix, dilation) : 0;
        int kx1 = Math.min(kernelW, Math.ceilDiv(width - ix, dilation));
        int tap = dilation * channels;
        Depthwise.pixels1(
                x,
                from,
                rowStride,
                tap,
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
                yAt,
                blockStride);
    }

    /** Four neighbours of a square window, with the kernel for the window's size, stride and place. */
    private void quad(
            float[] x,
            int at,
            int rowStride,
            int first,
            int last,
            int ix,
            int reach,
            int width,
            int ky0,
            int ky1,
            float[] y,
            int y0,
            int y1,
            int y2,
            int y3,
            int blocks) {
        boolean clipped = ky0 > 0 || ky1 < kernelH;
        int place = ix < 0 ? LEFT : reach > width ? RIGHT : clipped ? ROWS : relu ? WHOLE_RELU : WHOLE;
        int kernel = place + PLACES * (stride - 1) + 2 * PLACES * (kernelW == 5 ? 1 : 0);
        Depthwise.quad(
                kernel, x, at, rowStride, channels, first, last, ky0, ky1, weights, bias, slope, most, y, y0, y1, y2,
                y3, blocks);
    }
}
