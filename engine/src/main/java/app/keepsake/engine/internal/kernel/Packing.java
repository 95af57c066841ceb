package app.keepsake.engine.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies numbers into panels of {@link Columns} in whole vectors. */
public final class Packing {
    private static final VectorSpecies<Float> S = Vectors.SPECIES;
    private static final int L = Vectors.LANES;
    private static final int DEPTH = Columns.DEPTH;
    private static final int BLOCK = Columns.ROWS * Columns.DEPTH;

    private Packing() {}

    /**
     * Copies {@code length} numbers for each of {@code count} rows, rounded up to whole blocks: what lies behind them in
     * the source lands in the panel too, where no kernel reads it.
     *
     * @param from the first number of the first row
     * @param stride from one row's numbers to the next row's
     * @param panel where the panel of row 0 keeps this segment
     * @param row the first row to fill, from 0 in the first panel
     */
    public static void rows(
            float[] x, int from, int stride, int length, int count, float[] work, int panel, int row, int panelSize) {
        int blocks = Math.ceilDiv(length, DEPTH);
        // The last rows may not read beyond the array.
        int safe = Math.min(count, Math.floorDiv(x.length - from - blocks * DEPTH, stride) + 1);
        int inPanel = row % Columns.ROWS;
        int at = panel + row / Columns.ROWS * panelSize;
        for (int i = 0; i < count; i++) {
            if (i < safe) {
                wholeBlocks(x, from + i * stride, blocks, work, at + inPanel * DEPTH);
            } else {
                exactly(x, from + i * stride, length, work, at + inPanel * DEPTH);
            }
            if (++inPanel == Columns.ROWS) {
                inPanel = 0;
                at += panelSize;
            }
        }
    }

    private static void wholeBlocks(float[] x, int from, int blocks, float[] work, int at) {
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < DEPTH; i += L) {
                FloatVector.fromArray(S, x, from + block * DEPTH + i).intoArray(work, at + block * BLOCK + i);
            }
        }
    }

    private static void exactly(float[] x, int from, int length, float[] work, int at) {
        for (int i = 0; i < length; i++) {
            work[at + i / DEPTH * BLOCK + i % DEPTH] = x[from + i];
        }
    }

    /** Fills a segment of {@code count} rows with zeros. */
    public static void zeros(int length, int count, float[] work, int panel, int row, int panelSize) {
        int blocks = Math.ceilDiv(length, DEPTH);
        for (int i = 0; i < count; i++) {
            int at = panel + (row + i) / Columns.ROWS * panelSize + (row + i) % Columns.ROWS * DEPTH;
            for (int block = 0; block < blocks; block++) {
                for (int k = 0; k < DEPTH; k++) {
                    work[at + block * BLOCK + k] = 0;
                }
            }
        }
    }
}
