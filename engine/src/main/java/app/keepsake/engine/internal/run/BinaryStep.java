package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Shape;

/**
 * Two broadcast tensors, element by element. The trailing axes on which both agree, or on which one does not vary, are
 * run through in one loop; a task is a slice of the axes before them.
 */
final class BinaryStep implements Step {
    private static final int RUN = 1 << 14;

    private final Arithmetic arithmetic;
    private final View x;
    private final View y;
    private final View z;
    private final int run;
    private final int xStep;
    private final int yStep;
    private final int[] outer;
    private final int[] xStrides;
    private final int[] yStrides;
    private final int runsPerTask;
    private final int runs;

    BinaryStep(Arithmetic arithmetic, View x, View y, View z) {
        this.arithmetic = arithmetic;
        this.x = x;
        this.y = y;
        this.z = z;
        int rank = z.shape().rank();
        int[] xAll = strides(x.shape(), z.shape());
        int[] yAll = strides(y.shape(), z.shape());
        int inner = rank;
        int length = 1;
        int xFirst = 0;
        int yFirst = 0;
        while (inner > 0) {
            int extent = z.shape().dim(inner - 1);
            int xs = xAll[inner - 1];
            int ys = yAll[inner - 1];
            if (length == 1) {
                xFirst = extent == 1 ? 0 : xs;
                yFirst = extent == 1 ? 0 : ys;
            } else if (extent > 1 && (xs != xFirst * length || ys != yFirst * length)) {
                break;
            }
            length *= extent;
            inner--;
        }
        run = length;
        xStep = xFirst;
        yStep = yFirst;
        outer = java.util.Arrays.copyOf(z.shape().extents(), inner);
        xStrides = xAll;
        yStrides = yAll;
        mergeOuterAxes();
        int count = 1;
        for (int extent : outer) {
            count *= extent;
        }
        runs = count;
        runsPerTask = Math.max(1, RUN / Math.max(1, run));
    }

    /** Joins neighbouring axes that both tensors walk through evenly, so that most maps have one outer axis. */
    private void mergeOuterAxes() {
        for (int axis = outer.length - 1; axis > 0; axis--) {
            boolean xEven = xStrides[axis - 1] == xStrides[axis] * outer[axis] || outer[axis - 1] == 1;
            boolean yEven = yStrides[axis - 1] == yStrides[axis] * outer[axis] || outer[axis - 1] == 1;
            if (xEven && yEven) {
                outer[axis - 1] *= outer[axis];
                outer[axis] = 1;
                xStrides[axis - 1] = xStrides[axis];
                yStrides[axis - 1] = yStrides[axis];
            }
        }
    }

    private static int[] strides(Shape shape, Shape out) {
        int[] strides = new int[out.rank()];
        int stride = 1;
        for (int i = 1; i <= shape.rank(); i++) {
            strides[out.rank() - i] = shape.dim(-i) == 1 ? 0 : stride;
            stride *= shape.dim(-i);
        }
        return strides;
    }

    @Override
    public int tasks() {
        return runs == 1 ? Math.max(1, Math.ceilDiv(run, RUN)) : Math.ceilDiv(runs, runsPerTask);
    }

    @Override
    public void run(int task, int worker) {
        if (runs == 1) {
            int from = task * RUN;
            int count = Math.min(RUN, run - from);
            compute(x.offset() + from * xStep, y.offset() + from * yStep, z.offset() + from, count);
            return;
        }
        for (int i = task * runsPerTask; i < Math.min(runs, (task + 1) * runsPerTask); i++) {
            int xAt = x.offset();
            int yAt = y.offset();
            int rest = i;
            for (int axis = outer.length - 1; rest > 0; axis--) {
                int index = rest % outer[axis];
                rest /= outer[axis];
                xAt += index * xStrides[axis];
                yAt += index * yStrides[axis];
            }
            compute(xAt, yAt, z.offset() + i * run, run);
        }
    }

    private void compute(int xAt, int yAt, int zAt, int count) {
        float[] a = x.data();
        float[] b = y.data();
        float[] out = z.data();
        if (xStep == 1 && yStep == 1) {
            both(a, xAt, b, yAt, out, zAt, count);
        } else if (xStep == 1 && yStep == 0) {
            withOne(a, xAt, b[yAt], out, zAt, count);
        } else if (xStep == 0 && yStep == 1 && (arithmetic == Arithmetic.ADD || arithmetic == Arithmetic.MULTIPLY)) {
            withOne(b, yAt, a[xAt], out, zAt, count);
        } else {
            for (int i = 0; i < count; i++) {
                out[zAt + i] = apply(a[xAt + i * xStep], b[yAt + i * yStep]);
            }
        }
    }

    private void both(float[] a, int xAt, float[] b, int yAt, float[] out, int zAt, int count) {
        switch (arithmetic) {
            case ADD -> {
                for (int i = 0; i < count; i++) {
                    out[zAt + i] = a[xAt + i] + b[yAt + i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < count; i++) {
                    out[zAt + i] = a[xAt + i] * b[yAt + i];
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    out[zAt + i] = apply(a[xAt + i], b[yAt + i]);
                }
            }
        }
    }

    private void withOne(float[] a, int xAt, float b, float[] out, int zAt, int count) {
        switch (arithmetic) {
            case ADD -> {
                for (int i = 0; i < count; i++) {
                    out[zAt + i] = a[xAt + i] + b;
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < count; i++) {
                    out[zAt + i] = a[xAt + i] - b;
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < count; i++) {
                    out[zAt + i] = a[xAt + i] * b;
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    out[zAt + i] = apply(a[xAt + i], b);
                }
            }
        }
    }

    private float apply(float a, float b) {
        return switch (arithmetic) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MAXIMUM -> Math.max(a, b);
            case MINIMUM -> Math.min(a, b);
        };
    }
}
