package app.keepsake.engine.internal.run;

import app.keepsake.engine.Activation;

/** A function of each element. */
record UnaryStep(Activation function, View x, View y) implements Step {
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
        switch (function) {
            case RELU -> relu(x.data(), in, y.data(), out, count);
            case NONE -> System.arraycopy(x.data(), in, y.data(), out, count);
            default -> {
                for (int i = 0; i < count; i++) {
                    y.data()[out + i] = function.of(x.data()[in + i]);
                }
            }
        }
    }

    private static void relu(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            float value = x[in + i];
            y[out + i] = value < 0 ? 0 : value;
        }
    }
}
