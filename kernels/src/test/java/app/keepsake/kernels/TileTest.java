package app.keepsake.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TileTest {
    @Test
    void twoPanelsOfOneRow() {
        assertThat(new Tile(1, 2, 1, Ending.RAW).method().finished()).isEqualTo("""
                        static void tile2x1(
                                float[] a, int aAt, int nextAt, int segments, int length, float[] b, int bAt,
                                float[] c, int cAt, int cStride) {
                            FloatVector s0_0 = FloatVector.zero(S);
                            FloatVector s1_0 = FloatVector.zero(S);
                            for (int segment = 0; segment < segments; segment++) {
                                for (int done = 0; done < length; done += 16) {
                                    int depth = Math.min(16, length - done);
                                    for (int k = 0; k < depth; k++) {
                                        FloatVector b0 = FloatVector.fromArray(S, b, bAt + k * 1 * L + 0 * L);
                                        FloatVector x0 = FloatVector.broadcast(S, a[aAt + k + 0]);
                                        s0_0 = x0.fma(b0, s0_0);
                                        FloatVector x1 = FloatVector.broadcast(S, a[nextAt + k + 0]);
                                        s1_0 = x1.fma(b0, s1_0);
                                    }
                                    aAt += 16;
                                    nextAt += 16;
                                    bAt += depth * 1 * L;
                                }
                            }
                            s0_0.intoArray(c, cAt + 0 * cStride + 0 * L);
                            s1_0.intoArray(c, cAt + 1 * cStride + 0 * L);
                        }
                        """);
    }

    @Test
    void twoVectorsWithBiasSlopeAndBound() {
        assertThat(new Tile(1, 1, 2, Ending.BOUNDED).method().finished()).isEqualTo("""
                        static void tile1x2Bounded(
                                float[] a, int aAt, int segments, int length, float[] b, int bAt,
                                float[] c, int cAt, int cStride, float[] bias, int biasAt, float[] slope, float most) {
                            FloatVector s0_0 = FloatVector.zero(S);
                            FloatVector s0_1 = FloatVector.zero(S);
                            for (int segment = 0; segment < segments; segment++) {
                                for (int done = 0; done < length; done += 16) {
                                    int depth = Math.min(16, length - done);
                                    for (int k = 0; k < depth; k++) {
                                        FloatVector b0 = FloatVector.fromArray(S, b, bAt + k * 2 * L + 0 * L);
                                        FloatVector b1 = FloatVector.fromArray(S, b, bAt + k * 2 * L + 1 * L);
                                        FloatVector x0 = FloatVector.broadcast(S, a[aAt + k + 0]);
                                        s0_0 = x0.fma(b0, s0_0);
                                        s0_1 = x0.fma(b1, s0_1);
                                    }
                                    aAt += 16;
                                    bAt += depth * 2 * L;
                                }
                            }
                            FloatVector bias0 = FloatVector.fromArray(S, bias, biasAt + 0 * L);
                            FloatVector slope0 = FloatVector.fromArray(S, slope, biasAt + 0 * L);
                            FloatVector bias1 = FloatVector.fromArray(S, bias, biasAt + 1 * L);
                            FloatVector slope1 = FloatVector.fromArray(S, slope, biasAt + 1 * L);
                            s0_0 = s0_0.add(bias0);
                            s0_0 = s0_0.blend(s0_0.mul(slope0), s0_0.compare(VectorOperators.LT, 0f));
                            s0_0 = s0_0.blend(most, s0_0.compare(VectorOperators.GT, most));
                            s0_0.intoArray(c, cAt + 0 * cStride + 0 * L);
                            s0_1 = s0_1.add(bias1);
                            s0_1 = s0_1.blend(s0_1.mul(slope1), s0_1.compare(VectorOperators.LT, 0f));
                            s0_1 = s0_1.blend(most, s0_1.compare(VectorOperators.GT, most));
                            s0_1.intoArray(c, cAt + 0 * cStride + 1 * L);
                        }
                        """);
    }

    @Test
    void theTileIsChosenByTheRowsOfPanels() {
        assertThat(new TileChoice("twin", 2, 1, Ending.RELU).method().finished())
                .isEqualTo("""
                        static void twinRelu(
                                float[] a, int aAt, int nextAt, int segments, int length, float[] b, int bAt,
                                float[] c, int cAt, int cStride, float[] bias, int biasAt) {
                            if (ROWS == 7) {
                                tile14x1Relu(a, aAt, nextAt, segments, length, b, bAt, c, cAt, cStride, bias, biasAt);
                            }
                            if (ROWS == 6) {
                                tile12x1Relu(a, aAt, nextAt, segments, length, b, bAt, c, cAt, cStride, bias, biasAt);
                            }
                        }
                        """);
    }
}
