package app.keepsake.engine.internal.run;

/** The place of the first of the largest elements of the last axis. */
record ArgMaxStep(View x, View y) implements Step {
    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public void run(int task, int worker) {
        int width = x.shape().c();
        for (int row = 0; row < y.shape().elements(); row++) {
            int from = x.offset() + row * width;
            int best = 0;
            for (int i = 1; i < width; i++) {
                if (x.data()[from + i] > x.data()[from + best]) {
                    best = i;
                }
            }
            y.data()[y.offset() + row] = best;
        }
    }
}
