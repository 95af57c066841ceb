package app.keepsake.vision.student;

/**
 * Shows square pieces of a picture at another size, interpolating linearly. Rows are blended first, in a loop that the
 * compiler turns into vectors, and pixels then picked from the blend. Belongs to one thread.
 */
final class Zoom {
    private final int side;
    private final int[] columns;
    private final float[] shares;
    private float[] upper = {};
    private float[] lower = {};

    /** @param side of what is shown, px */
    Zoom(int side) {
        this.side = side;
        columns = new int[side];
        shares = new float[side];
    }

    /**
     * Shows the piece around a place; beyond the picture, its edge goes on.
     *
     * @param from a picture {@code [rows, row / 3, 3]}
     * @param row floats of a row
     * @param x of the middle, in pixels from the picture's corner
     * @param step pixels of the picture for each pixel shown
     * @param target {@code [side, side, 3]} from {@code at}
     */
    void show(float[] from, int row, double x, double y, double step, boolean mirrored, float[] target, int at) {
        int rows = from.length / row;
        for (int u = 0; u < side; u++) {
            double across = (u + 0.5 - side / 2.0) * step;
            double px = Math.clamp(x + (mirrored ? -across : across) - 0.5, 0, row / 3 - 1.001);
            columns[u] = 3 * (int) px;
            shares[u] = (float) (px - (int) px);
        }
        int first = Math.min(columns[0], columns[side - 1]);
        int width = Math.max(columns[0], columns[side - 1]) + 6 - first;
        if (upper.length < width) {
            upper = new float[width];
            lower = new float[width];
        }
        for (int u = 0; u < side; u++) {
            columns[u] -= first;
        }
        for (int v = 0; v < side; v++) {
            double py = Math.clamp(y + (v + 0.5 - side / 2.0) * step - 0.5, 0, rows - 1.001);
            int top = (int) py * row + first;
            System.arraycopy(from, top, upper, 0, width);
            System.arraycopy(from, top + row, lower, 0, width);
            blend(upper, lower, (float) (py - (int) py), width);
            pick(upper, columns, shares, 3, target, at + v * side * 3);
        }
    }

    /** Moves {@code a} towards {@code b} by a share. */
    static void blend(float[] a, float[] b, float share, int count) {
        for (int i = 0; i < count; i++) {
            a[i] += share * (b[i] - a[i]);
        }
    }

    /**
     * Picks pixels of three numbers between those of a row.
     *
     * @param columns index of the number before each pixel
     * @param shares of the next pixel, which is {@code right} numbers further
     */
    static void pick(float[] row, int[] columns, float[] shares, int right, float[] target, int at) {
        for (int u = 0, to = at; u < columns.length; u++, to += 3) {
            int i = columns[u];
            int j = i + right;
            float share = shares[u];
            target[to] = row[i] + share * (row[j] - row[i]);
            target[to + 1] = row[i + 1] + share * (row[j + 1] - row[i + 1]);
            target[to + 2] = row[i + 2] + share * (row[j + 2] - row[i + 2]);
        }
    }
}
