package app.keepsake.engine.internal.run;

/** Copies rows of a table. A number beyond its ends is taken for the nearest row. */
record GatherStep(View table, View indices, View y) implements Step {
    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public void run(int task, int worker) {
        int rows = table.shape().dim(0);
        int width = table.shape().elements() / rows;
        for (int i = 0; i < indices.shape().elements(); i++) {
            int wanted = Math.round(indices.data()[indices.offset() + i]);
            int row = Math.clamp(wanted < 0 ? wanted + rows : wanted, 0, rows - 1);
            System.arraycopy(table.data(), table.offset() + row * width, y.data(), y.offset() + i * width, width);
        }
    }
}
