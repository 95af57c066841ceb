package app.keepsake.engine.internal.run;

import org.jspecify.annotations.Nullable;

/** What follows a convolution whose kernel does not do it itself, in place. */
@SuppressWarnings("ArrayRecordComponent") // A step is never compared.
record AfterStep(
        View y, float[] slopes, float most, @Nullable Tail tail) implements Step {
    private int pixels() {
        return y.shape().elements() / slopes.length;
    }

    private int pixelsPerTask() {
        return Math.max(1, (1 << 14) / slopes.length);
    }

    @Override
    public int tasks() {
        return Math.ceilDiv(pixels(), pixelsPerTask());
    }

    @Override
    public void run(int task, int worker) {
        int first = task * pixelsPerTask();
        int count = Math.min(pixelsPerTask(), pixels() - first);
        int at = y.offset() + first * slopes.length;
        for (int i = 0; i < count; i++) {
            activate(y.data(), at + i * slopes.length, slopes, most);
        }
        if (tail != null) {
            tail.apply(y.data(), at, first * slopes.length, count);
        }
    }

    private static void activate(float[] y, int at, float[] slopes, float most) {
        for (int c = 0; c < slopes.length; c++) {
            float value = y[at + c];
            float bent = Math.max(value, 0) + slopes[c] * Math.min(value, 0);
            y[at + c] = Math.min(bent, most);
        }
    }
}
