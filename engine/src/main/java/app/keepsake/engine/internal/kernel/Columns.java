package app.keepsake.engine.internal.kernel;

/**
 * A matrix packed for {@link Tiles}: blocks of two vectors of columns, and one of one vector if their number is odd.
 * Immutable and shared by all plans of a model.
 *
 * <p>Its left factor is packed in panels of {@link #ROWS} rows: {@code [segment][depth / 16][row][16]}, so that a kernel
 * reaches every row by a constant distance and each pixel's channels are copied in whole vectors.
 */
public final class Columns {
    /** Rows of a panel. */
    public static final int ROWS = Tiles.ROWS;

    /** Depth of a block of a panel. */
    public static final int DEPTH = 16;

    private static final int PAIR = 2 * Vectors.LANES;

    private final int segments;
    private final int length;
    private final int vectors;
    private final float[] packed;

    private Columns(int segments, int length, int vectors, float[] packed) {
        this.segments = segments;
        this.length = length;
        this.vectors = vectors;
        this.packed = packed;
    }

    /**
     * @param matrix {@code [segments * length][columns]} from {@code at}
     */
    public static Columns of(float[] matrix, int at, int segments, int length, int columns) {
        int rows = segments * length;
        int vectors = Math.ceilDiv(columns, Vectors.LANES);
        float[] packed = new float[vectors * Vectors.LANES * rows];
        for (int first = 0; first < vectors * Vectors.LANES; first += PAIR) {
            int width = Math.min(PAIR, vectors * Vectors.LANES - first);
            for (int k = 0; k < rows; k++) {
                int present = Math.min(width, columns - first);
                System.arraycopy(matrix, at + k * columns + first, packed, first * rows + k * width, present);
            }
        }
        return new Columns(segments, length, vectors, packed);
    }

    /** Floats of one panel. */
    public int panelSize() {
        return segments * Math.ceilDiv(length, DEPTH) * ROWS * DEPTH;
    }

    /** At most so many panels, 1 at least, in the numbers that kernels take at once. */
    public int wholePanels(int most) {
        boolean twins = vectors % 2 == 1;
        return twins && most > 1 ? most / 2 * 2 : Math.max(1, most);
    }

    /** Columns with those that fill the last vector. */
    public int width() {
        return vectors * Vectors.LANES;
    }

    /** Blocks of columns, which may be computed independently. */
    public int blocks() {
        return Math.ceilDiv(vectors, 2);
    }

    /** Bare products of panels and all blocks, into rows of {@code stride}. */
    public void multiply(float[] a, int aAt, int panels, float[] c, int cAt, int stride) {
        int rows = segments * length;
        int panelSize = panelSize();
        for (int vector = 0; vector < vectors; vector += 2) {
            int bAt = vector * Vectors.LANES * rows;
            int to = cAt + vector * Vectors.LANES;
            for (int panel = 0; panel < panels; ) {
                int from = aAt + panel * panelSize;
                if (vector + 1 < vectors) {
                    Tiles.pair(a, from, segments, length, packed, bAt, c, to, stride);
                    panel++;
                    to += ROWS * stride;
                } else if (panel + 1 < panels) {
                    Tiles.twin(a, from, from + panelSize, segments, length, packed, bAt, c, to, stride);
                    panel += 2;
                    to += 2 * ROWS * stride;
                } else {
                    Tiles.single(a, from, segments, length, packed, bAt, c, to, stride);
                    panel++;
                }
            }
        }
    }

    /**
     * Products of panels and the blocks from {@code first} to {@code last}, finished, into rows of {@code stride}. The
     * columns that fill the last vector may reach into the next row: blocks are computed from the last to the first, so
     * that its own numbers come later.
     */
    public void multiply(
            float[] a, int aAt, int panels, float[] c, int cAt, int stride, Ending ending, int first, int last) {
        int panelSize = panelSize();
        boolean relu = ending.isRelu();
        for (int block = last - 1; block >= first; block--) {
            int to = cAt + block * PAIR;
            int done = 2 * block + 1 < vectors ? 0 : panels / 2 * 2;
            for (int panel = 0; panel < done; panel += 2) {
                doubleTile(a, aAt + panel * panelSize, block, c, to + panel * ROWS * stride, stride, ending, relu);
            }
            for (int panel = done; panel < panels; panel++) {
                tile(a, aAt + panel * panelSize, block, c, to + panel * ROWS * stride, stride, ending, relu);
            }
        }
    }

    /** Two panels at once, where there is one vector of columns only. */
    private void doubleTile(
            float[] a, int aAt, int block, float[] c, int cAt, int stride, Ending ending, boolean relu) {
        int column = block * PAIR;
        int bAt = column * segments * length;
        int next = aAt + panelSize();
        float[] bias = ending.bias();
        if (relu) {
            Tiles.twinRelu(a, aAt, next, segments, length, packed, bAt, c, cAt, stride, bias, column);
        } else {
            Tiles.twinBounded(
                    a,
                    aAt,
                    next,
                    segments,
                    length,
                    packed,
                    bAt,
                    c,
                    cAt,
                    stride,
                    bias,
                    column,
                    ending.slope(),
                    ending.most());
        }
    }

    private void tile(float[] a, int aAt, int block, float[] c, int cAt, int stride, Ending ending, boolean relu) {
        int column = block * PAIR;
        int bAt = column * segments * length;
        boolean pair = 2 * block + 1 < vectors;
        if (relu && pair) {
            Tiles.pairRelu(a, aAt, segments, length, packed, bAt, c, cAt, stride, ending.bias(), column);
        } else if (relu) {
            Tiles.singleRelu(a, aAt, segments, length, packed, bAt, c, cAt, stride, ending.bias(), column);
        } else if (pair) {
            Tiles.pairBounded(
                    a,
                    aAt,
                    segments,
                    length,
                    packed,
                    bAt,
                    c,
                    cAt,
                    stride,
                    ending.bias(),
                    column,
                    ending.slope(),
                    ending.most());
        } else {
            Tiles.singleBounded(
                    a,
                    aAt,
                    segments,
                    length,
                    packed,
                    bAt,
                    c,
                    cAt,
                    stride,
                    ending.bias(),
                    column,
                    ending.slope(),
                    ending.most());
        }
    }
}
