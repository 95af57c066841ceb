package app.keepsake.engine.internal.run;

import app.keepsake.engine.Activation;
import app.keepsake.engine.internal.kernel.Elementwise;

/** A function of each element. */
record UnaryStep(Activation function, boolean vectors, View x, View y) implements Step {
    private static final int RUN = 1 << 14;

    @Override
    public int tasks() {
        return Math.max(1, Math.ceilDiv(y.shape().elements(), RUN));
    }

    @Override
    public void run(int task, int worker) {
        int from = task * RUN;
        int count = Math.min(RUN, y.shape().elements() - from);
        int in = x.offset() + from;
        int out = y.offset() + from;
        if (vectors) {
            Elementwise.apply(function, 1, x.data(), in, y.data(), out, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            y.data()[out + i] = function.of(x.data()[in + i]);
        }
    }
}
