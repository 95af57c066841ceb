package app.keepsake.engine.internal.run;

import app.keepsake.engine.ModelException;
import app.keepsake.engine.internal.kernel.Elementwise;

/** A slope for negative numbers: one for all, one for each channel, or one for each element. */
@SuppressWarnings("ArrayRecordComponent") // A step is never compared.
record PreluStep(View x, float[] slopes, View y) implements Step {
    PreluStep {
        if (slopes.length == 0 || x.shape().elements() % slopes.length != 0) {
            throw new ModelException("%d slopes do not fit the shape %s.".formatted(slopes.length, x.shape()));
        }
    }

    private int rows() {
        return x.shape().elements() / slopes.length;
    }

    private int rowsPerTask() {
        return Math.max(1, (1 << 14) / slopes.length);
    }

    @Override
    public int tasks() {
        return Math.max(1, Math.ceilDiv(rows(), rowsPerTask()));
    }

    @Override
    public void run(int task, int worker) {
        int last = Math.min(rows(), (task + 1) * rowsPerTask());
        for (int row = task * rowsPerTask(); row < last; row++) {
            int at = row * slopes.length;
            Elementwise.bend(x.data(), x.offset() + at, slopes, y.data(), y.offset() + at, slopes.length);
        }
    }
}
