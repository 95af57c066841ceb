package app.keepsake.engine.internal.run;

import app.keepsake.engine.Shape;
import java.util.Arrays;

/**
 * The products of matrices that are both computed, such as those of attention: {@code [..., n, k]} times
 * {@code [..., k, m]}. A task is one pair of them. A row of the product is the sum of the second factor's rows, so that
 * the inner loop runs through memory.
 */
final class ProductStep implements Step {
    private final View x;
    private final View y;
    private final View z;
    private final int rows;
    private final int depth;
    private final int columns;

    ProductStep(View x, View y, View z) {
        this.x = x;
        this.y = y;
        this.z = z;
        Shape shape = x.shape();
        rows = shape.dim(-2);
        depth = shape.c();
        columns = y.shape().c();
    }

    @Override
    public int tasks() {
        return Math.max(1, z.shape().elements() / Math.max(1, rows * columns));
    }

    @Override
    public void run(int task, int worker) {
        float[] left = x.data();
        float[] out = z.data();
        int xAt = x.offset() + task * rows * depth;
        int yAt = y.offset() + task * depth * columns;
        int zAt = z.offset() + task * rows * columns;
        Arrays.fill(out, zAt, zAt + rows * columns, 0);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < depth; k++) {
                addScaled(left[xAt + row * depth + k], yAt + k * columns, zAt + row * columns);
            }
        }
    }

    private void addScaled(float factor, int from, int to) {
        float[] right = y.data();
        float[] out = z.data();
        for (int i = 0; i < columns; i++) {
            out[to + i] += factor * right[from + i];
        }
    }
}
