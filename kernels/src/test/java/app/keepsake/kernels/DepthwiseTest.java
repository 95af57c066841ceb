package app.keepsake.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DepthwiseTest {
    @Test
    void onePixelOfAnyWindow() {
        assertThat(DepthwisePixels.method(1).finished()).isEqualTo("""
                        /** One pixel of any window; taps from {@code ky0, kx0} up to {@code ky1, kx1} of a window {@code kw} wide. */
                        static void pixels1(
                                float[] x, int at, int rowStride, int columnStride, int pixelStride, int channels,
                                int ky0, int ky1, int kx0, int kx1, int kw, float[] w, float[] bias,
                                float[] slope, float most, float[] y, int y0, int blockStride) {
                            for (int i = 0; i < channels; i += L) {
                                int c = Math.min(i, channels - L);
                                int to = c / 16 * blockStride + c % 16;
                                FloatVector s0 = FloatVector.fromArray(S, bias, c);
                                for (int ky = ky0; ky < ky1; ky++) {
                                    for (int kx = kx0; kx < kx1; kx++) {
                                        FloatVector tap = FloatVector.fromArray(S, w, (ky * kw + kx) * channels + c);
                                        int from = at + ky * rowStride + kx * columnStride + c;
                                        s0 = FloatVector.fromArray(S, x, from + 0 * pixelStride).fma(tap, s0);
                                    }
                                }
                                FloatVector slope0 = FloatVector.fromArray(S, slope, c);
                                s0 = s0.blend(s0.mul(slope0), s0.compare(VectorOperators.LT, 0f));
                                s0 = s0.blend(most, s0.compare(VectorOperators.GT, most));
                                s0.intoArray(y, y0 + to);
                            }
                        }
                        """);
    }

    @Test
    void aColumnAddsToThePixelsWhoseWindowsItLiesIn() {
        assertThat(new DepthwiseQuad(3, 2, WindowPlace.RELU).method().finished())
                .contains("""
                                FloatVector x1_3 = FloatVector.fromArray(S, x, at + 1 * rowStride + 3 * channels + c);
                                s1 = x1_3.fma(w1_1, s1);
                                FloatVector x1_4 = FloatVector.fromArray(S, x, at + 1 * rowStride + 4 * channels + c);
                                s1 = x1_4.fma(w1_2, s1);
                                s2 = x1_4.fma(w1_0, s2);
                        """);
    }

    @Test
    void columnsBeyondAnEdgeAreLeftOut() {
        assertThat(new DepthwiseQuad(5, 1, WindowPlace.LEFT).method().finished())
                .doesNotContain(" xk_1 =")
                .contains(" xk_2 =", " xk_7 =");
        assertThat(new DepthwiseQuad(5, 1, WindowPlace.RIGHT).method().finished())
                .contains(" xk_0 =", " xk_5 =")
                .doesNotContain(" xk_6 =");
    }

    @Test
    void theNumberOfAKernelSaysItsPlaceStrideAndWindow() {
        List<DepthwiseQuad> all = DepthwiseQuad.all();

        assertThat(all).hasSize(20);
        assertThat(all.get(3 + 5 + 10)).isEqualTo(new DepthwiseQuad(5, 2, WindowPlace.LEFT));
        assertThat(DepthwiseChoice.method(all).finished()).contains("""
                                case 18 ->
                                    quad5s2Left(
                                            x, at, rowStride, channels, from, until, ky0, ky1,
                                            w, bias, slope, most, y, y0, y1, y2, y3, blockStride);
                        """);
    }
}
