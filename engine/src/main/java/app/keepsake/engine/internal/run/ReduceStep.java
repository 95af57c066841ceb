package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.internal.graph.Shapes;
import app.keepsake.engine.internal.kernel.Elementwise;
import java.util.Arrays;
import java.util.List;

/** A reduction over any axes, in the order of the input's elements. */
final class ReduceStep implements Step {
    private final Op.Reducer reducer;
    private final View x;
    private final View y;
    private final int[] extents;
    private final int[] outStrides;

    ReduceStep(Op.Reducer reducer, List<Integer> axes, View x, View y) {
        this.reducer = reducer;
        this.x = x;
        this.y = y;
        extents = x.shape().extents();
        outStrides = new int[extents.length];
        boolean[] reduced = new boolean[extents.length];
        axes.forEach(axis -> reduced[Shapes.axis(axis, x.shape())] = true);
        int stride = 1;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            outStrides[axis] = reduced[axis] ? 0 : stride;
            stride *= reduced[axis] ? 1 : extents[axis];
        }
    }

    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public void run(int task, int worker) {
        int count = y.shape().elements();
        boolean isMax = reducer == Op.Reducer.MAX;
        Arrays.fill(y.data(), y.offset(), y.offset() + count, isMax ? Float.NEGATIVE_INFINITY : 0);
        int last = extents.length - 1;
        int run = extents.length == 0 ? 1 : extents[last];
        int step = extents.length == 0 ? 0 : outStrides[last];
        for (int at = 0; at < x.shape().elements(); at += run) {
            int to = y.offset();
            int rest = run == 0 ? 0 : at / run;
            for (int axis = last - 1; axis >= 0; axis--) {
                to += rest % extents[axis] * outStrides[axis];
                rest /= extents[axis];
            }
            add(x.offset() + at, to, run, step, isMax);
        }
        if (reducer == Op.Reducer.MEAN) {
            float scale = count == 0 ? 0 : (float) count / x.shape().elements();
            for (int i = 0; i < count; i++) {
                y.data()[y.offset() + i] *= scale;
            }
        }
    }

    private void add(int from, int to, int run, int step, boolean isMax) {
        float[] in = x.data();
        float[] out = y.data();
        if (isMax) {
            for (int i = 0; i < run; i++) {
                out[to + i * step] = Math.max(out[to + i * step], in[from + i]);
            }
        } else if (step == 1) {
            Elementwise.add(in, from, out, to, run);
        } else {
            float sum = 0;
            for (int i = 0; i < run; i++) {
                sum += in[from + i];
            }
            out[to] += sum;
        }
    }
}
