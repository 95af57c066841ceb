package app.keepsake.engine.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The inner product of a panel of packed rows with a block of packed columns. */
public final class Gemm {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    /** Rows of a panel. */
    public static final int ROWS = 6;
    /** Columns of a block. */
    public static final int COLUMNS = 2 * LANES;
    /** Depth of a block of a panel. */
    public static final int DEPTH = 16;

    private Gemm() {}

    /**
     * Computes {@code ROWS x COLUMNS} sums. The panel is {@code [segment][block][row][DEPTH]}, the columns
     * {@code [segment][k][COLUMNS]}.
     */
    static void tile(
            float[] a, int aAt, int segments, int length, float[] b, int bAt, float[] c, int cAt, int cStride) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        FloatVector s40 = s00;
        FloatVector s41 = s00;
        FloatVector s50 = s00;
        FloatVector s51 = s00;
        for (int segment = 0; segment < segments; segment++) {
            for (int done = 0; done < length; done += DEPTH) {
                int depth = Math.min(DEPTH, length - done);
                for (int k = 0; k < depth; k++) {
                    FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt + k * COLUMNS);
                    FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + k * COLUMNS + LANES);
                    FloatVector x = FloatVector.broadcast(SPECIES, a[aAt + k]);
                    s00 = x.fma(b0, s00);
                    s01 = x.fma(b1, s01);
                    x = FloatVector.broadcast(SPECIES, a[aAt + k + DEPTH]);
                    s10 = x.fma(b0, s10);
                    s11 = x.fma(b1, s11);
                    x = FloatVector.broadcast(SPECIES, a[aAt + k + 2 * DEPTH]);
                    s20 = x.fma(b0, s20);
                    s21 = x.fma(b1, s21);
                    x = FloatVector.broadcast(SPECIES, a[aAt + k + 3 * DEPTH]);
                    s30 = x.fma(b0, s30);
                    s31 = x.fma(b1, s31);
                    x = FloatVector.broadcast(SPECIES, a[aAt + k + 4 * DEPTH]);
                    s40 = x.fma(b0, s40);
                    s41 = x.fma(b1, s41);
                    x = FloatVector.broadcast(SPECIES, a[aAt + k + 5 * DEPTH]);
                    s50 = x.fma(b0, s50);
                    s51 = x.fma(b1, s51);
                }
                aAt += ROWS * DEPTH;
                bAt += depth * COLUMNS;
            }
        }
        s00.intoArray(c, cAt);
        s01.intoArray(c, cAt + LANES);
        s10.intoArray(c, cAt + cStride);
        s11.intoArray(c, cAt + cStride + LANES);
        s20.intoArray(c, cAt + 2 * cStride);
        s21.intoArray(c, cAt + 2 * cStride + LANES);
        s30.intoArray(c, cAt + 3 * cStride);
        s31.intoArray(c, cAt + 3 * cStride + LANES);
        s40.intoArray(c, cAt + 4 * cStride);
        s41.intoArray(c, cAt + 4 * cStride + LANES);
        s50.intoArray(c, cAt + 5 * cStride);
        s51.intoArray(c, cAt + 5 * cStride + LANES);
    }
}
