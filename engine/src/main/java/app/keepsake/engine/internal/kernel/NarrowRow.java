package app.keepsake.engine.internal.kernel;

/**
 * A row of a 3x3 convolution of three channels, as networks for pictures begin with. Windows are read where they lie, so
 * nothing is packed; rows must lie between zeros as wide as the padding. Immutable and shared by all plans of a model.
 */
public final class NarrowRow {
    /** Channels of the input. */
    public static final int CHANNELS = 3;

    private static final int TAPS = 27;
    private static final int PAIR = 2 * Vectors.LANES;
    private static final int PIXELS_OF_ONE = 14;
    private static final int PIXELS_OF_TWO = Columns.ROWS;

    private final float[] packed;
    private final int outputs;
    private final int stride;

    /**
     * @param weights {@code [3][3][3][outputs]} from {@code weightsAt}
     * @param stride 1 or 2
     */
    public NarrowRow(float[] weights, int weightsAt, int outputs, int stride) {
        this.outputs = outputs;
        this.stride = stride;
        packed = new float[TAPS * outputs];
        for (int first = 0; first < outputs; first += PAIR) {
            int width = Math.min(PAIR, outputs - first);
            for (int tap = 0; tap < TAPS; tap++) {
                System.arraycopy(weights, weightsAt + tap * outputs + first, packed, first * TAPS + tap * width, width);
            }
        }
    }

    /** True if rows of so many pixels with so many channels can be computed. */
    public static boolean fits(int width, int outputs) {
        return width >= PIXELS_OF_ONE && outputs % Vectors.LANES == 0;
    }

    /**
     * Computes a row. The last pixels of a row are computed together with some that were computed before.
     *
     * @param at the first number of the first window
     * @param rowStride floats from one row of the input to the next
     * @param width pixels of the output
     */
    public void compute(float[] x, int at, int rowStride, float[] y, int yAt, int width, Ending ending) {
        for (int first = 0; first < outputs; first += PAIR) {
            boolean pair = first + PAIR <= outputs;
            int pixels = pair ? PIXELS_OF_TWO : PIXELS_OF_ONE;
            for (int i = 0; i < width; i += pixels) {
                int ox = Math.min(i, width - pixels);
                int from = at + ox * stride * CHANNELS;
                int to = yAt + ox * outputs + first;
                if (pair) {
                    two(x, from, rowStride, first, y, to, ending);
                } else {
                    one(x, from, rowStride, first, y, to, ending);
                }
            }
        }
    }

    private void one(float[] x, int at, int rowStride, int first, float[] y, int yAt, Ending ending) {
        int wAt = first * TAPS;
        float[] bias = ending.bias();
        if (ending.isRelu() && stride == 1) {
            Narrow.stride1x14x1Relu(x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first);
        } else if (ending.isRelu()) {
            Narrow.stride2x14x1Relu(x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first);
        } else if (stride == 1) {
            Narrow.stride1x14x1Bounded(
                    x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first, ending.slope(), ending.most());
        } else {
            Narrow.stride2x14x1Bounded(
                    x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first, ending.slope(), ending.most());
        }
    }

    private void two(float[] x, int at, int rowStride, int first, float[] y, int yAt, Ending ending) {
        int wAt = first * TAPS;
        float[] bias = ending.bias();
        float[] slope = ending.slope();
        switch ((Columns.ROWS == 6 ? 4 : 0) + (stride - 1) * 2 + (ending.isRelu() ? 0 : 1)) {
            case 0 -> Narrow.stride1x7x2Relu(x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first);
            case 1 ->
                Narrow.stride1x7x2Bounded(
                        x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first, slope, ending.most());
            case 2 -> Narrow.stride2x7x2Relu(x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first);
            case 3 ->
                Narrow.stride2x7x2Bounded(
                        x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first, slope, ending.most());
            case 4 -> Narrow.stride1x6x2Relu(x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first);
            case 5 ->
                Narrow.stride1x6x2Bounded(
                        x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first, slope, ending.most());
            case 6 -> Narrow.stride2x6x2Relu(x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first);
            default ->
                Narrow.stride2x6x2Bounded(
                        x, at, rowStride, packed, wAt, y, yAt, outputs, bias, first, slope, ending.most());
        }
    }
}
