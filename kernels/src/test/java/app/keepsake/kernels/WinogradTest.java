package app.keepsake.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WinogradTest {
    @Test
    void rowsOfTheInputAreTransformedAndStoredInPanelsOfTheirOwn() {
        assertThat(InputTransform.method().finished()).contains("""
                                    FloatVector u21 = u20a.add(u20b);
                                    FloatVector u22 = u20a.sub(u20b);
                                    FloatVector u23 = u20e.fma(plus2, u20c);
                                    FloatVector u24 = u20e.fma(minus2, u20c);
                                    FloatVector u25 = t21.fma(plus4, t23.fma(minus5, t25));
                                    u20.intoArray(v, to + 12 * panelStride);
                                    u21.intoArray(v, to + 13 * panelStride);
                        """);
    }

    @Test
    void ofFourPixelsTheLargestIsStored() {
        assertThat(new OutputTransform(true, Ending.RELU).method().finished()).contains("""
                                    FloatVector p32a = y22.blend(y23, y22.compare(VectorOperators.LT, y23));
                                    FloatVector p32b = y32.blend(y33, y32.compare(VectorOperators.LT, y33));
                                    p32a = p32a.blend(p32b, p32a.compare(VectorOperators.LT, p32b));
                                    p32a = p32a.add(bias0);
                                    p32a = p32a.blend(0f, p32a.compare(VectorOperators.LT, 0f));
                                    p32a.intoArray(y, yAt + 1 * rowStride + 1 * stride);
                                }
                                mAt += stride;
                                to += 2 * stride;
                        """);
    }
}
