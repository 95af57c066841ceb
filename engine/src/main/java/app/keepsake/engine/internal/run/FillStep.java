package app.keepsake.engine.internal.run;

import java.util.Arrays;

/** Sets all elements, such as the frame that padding adds. */
record FillStep(View y, float value) implements Step {
    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public void run(int task, int worker) {
        Arrays.fill(y.data(), y.offset(), y.offset() + y.shape().elements(), value);
    }
}
