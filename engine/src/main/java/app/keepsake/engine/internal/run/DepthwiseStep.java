package app.keepsake.engine.internal.run;

import org.jspecify.annotations.Nullable;

/** A depthwise convolution with multiplier 1. A task is a run of rows of the output. */
record DepthwiseStep(DepthwiseRows depthwise, @Nullable Tail tail, View y) implements Step {
    private static final int TASK_FLOATS = 16 << 10;

    private int rowsPerTask() {
        return Math.max(1, TASK_FLOATS / (y.shape().w() * y.shape().c()));
    }

    private int rows() {
        return y.shape().n() * y.shape().h();
    }

    @Override
    public int tasks() {
        return Math.ceilDiv(rows(), rowsPerTask());
    }

    @Override
    public void run(int task, int worker) {
        int last = Math.min(rows(), (task + 1) * rowsPerTask());
        int rowFloats = y.shape().w() * y.shape().c();
        for (int row = task * rowsPerTask(); row < last; row++) {
            depthwise.row(row, y.data(), y.offset());
            if (tail != null) {
                tail.apply(
                        y.data(),
                        y.offset() + row * rowFloats,
                        row * rowFloats,
                        y.shape().w());
            }
        }
    }
}
