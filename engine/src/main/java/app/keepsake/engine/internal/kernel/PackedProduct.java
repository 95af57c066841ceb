package app.keepsake.engine.internal.kernel;

/** A matrix packed for {@link Gemm}, with the bias that is added to its products. Immutable and shared by all plans. */
public final class PackedProduct {
    private final int segments;
    private final int length;
    private final int columns;
    private final float[] packed;
    private final float[] bias;

    private PackedProduct(int segments, int length, int columns, float[] packed, float[] bias) {
        this.segments = segments;
        this.length = length;
        this.columns = columns;
        this.packed = packed;
        this.bias = bias;
    }

    /**
     * @param matrix {@code [segments * length][columns]} from {@code at}
     */
    public static PackedProduct of(float[] matrix, int at, int segments, int length, int columns, float[] bias) {
        int blocks = Math.ceilDiv(columns, Gemm.COLUMNS);
        int rows = segments * length;
        float[] packed = new float[blocks * rows * Gemm.COLUMNS];
        for (int block = 0; block < blocks; block++) {
            int width = Math.min(Gemm.COLUMNS, columns - block * Gemm.COLUMNS);
            for (int k = 0; k < rows; k++) {
                System.arraycopy(
                        matrix,
                        at + k * columns + block * Gemm.COLUMNS,
                        packed,
                        (block * rows + k) * Gemm.COLUMNS,
                        width);
            }
        }
        return new PackedProduct(segments, length, columns, packed, bias);
    }

    /** Floats of one panel of {@link Gemm#ROWS} rows. */
    public int panelSize() {
        return segments * Math.ceilDiv(length, Gemm.DEPTH) * Gemm.ROWS * Gemm.DEPTH;
    }

    public int paddedColumns() {
        return Math.ceilDiv(columns, Gemm.COLUMNS) * Gemm.COLUMNS;
    }

    /** Products of {@code panels} panels, into rows of {@link #paddedColumns}. */
    public void multiply(float[] a, int aAt, int panels, float[] c, int cAt) {
        int width = paddedColumns();
        for (int block = 0; block < width / Gemm.COLUMNS; block++) {
            int bAt = block * segments * length * Gemm.COLUMNS;
            for (int panel = 0; panel < panels; panel++) {
                int to = cAt + panel * Gemm.ROWS * width + block * Gemm.COLUMNS;
                Gemm.tile(a, aAt + panel * panelSize(), segments, length, packed, bAt, c, to, width);
            }
        }
    }

    /** Adds the bias and drops the padding columns. */
    public void finish(float[] c, int cAt, int rows, float[] y, int yAt) {
        int width = paddedColumns();
        for (int row = 0; row < rows; row++) {
            addBias(c, cAt + row * width, bias, y, yAt + row * columns);
        }
    }

    private static void addBias(float[] c, int cAt, float[] bias, float[] y, int yAt) {
        for (int i = 0; i < bias.length; i++) {
            y[yAt + i] = c[cAt + i] + bias[i];
        }
    }
}
