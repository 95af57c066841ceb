package app.keepsake.engine.internal.run;

/** Softmax over the last axis. */
record SoftmaxStep(View x, View y) implements Step {
    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public void run(int task, int worker) {
        int width = x.shape().c();
        for (int at = 0; at < x.shape().elements(); at += width) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < width; i++) {
                largest = Math.max(largest, x.data()[x.offset() + at + i]);
            }
            double sum = 0;
            for (int i = 0; i < width; i++) {
                float e = (float) Math.exp(x.data()[x.offset() + at + i] - largest);
                y.data()[y.offset() + at + i] = e;
                sum += e;
            }
            for (int i = 0; i < width; i++) {
                y.data()[y.offset() + at + i] /= (float) sum;
            }
        }
    }
}
