package app.keepsake.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NarrowRunTest {
    @Test
    void aNumberIsReadOnceForAllWindowsIfThereIsOneVector() {
        assertThat(new NarrowRun(2, 2, 1, Ending.RELU).method().finished())
                .contains("""
                                FloatVector x5 = FloatVector.broadcast(S, x[at + 5]);
                                s0_0 = x5.fma(w5_0, s0_0);
                                FloatVector x6 = FloatVector.broadcast(S, x[at + 6]);
                                s0_0 = x6.fma(w6_0, s0_0);
                                s1_0 = x6.fma(w0_0, s1_0);
                        """)
                .contains(" x14 =")
                .doesNotContain(" x15 =");
    }

    @Test
    void aWeightIsReadOnceForAllPixelsIfThereAreTwoVectors() {
        assertThat(new NarrowRun(1, 2, 2, Ending.BOUNDED).method().finished()).contains("""
                                FloatVector w1_0 = FloatVector.fromArray(S, w, wAt + 2 * L);
                                FloatVector w1_1 = FloatVector.fromArray(S, w, wAt + 3 * L);
                                FloatVector x1_0 = FloatVector.broadcast(S, x[at + 1]);
                                s0_0 = x1_0.fma(w1_0, s0_0);
                                s0_1 = x1_0.fma(w1_1, s0_1);
                                FloatVector x1_1 = FloatVector.broadcast(S, x[at + 4]);
                                s1_0 = x1_1.fma(w1_0, s1_0);
                                s1_1 = x1_1.fma(w1_1, s1_1);
                        """);
    }
}
