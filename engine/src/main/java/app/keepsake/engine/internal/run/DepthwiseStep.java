package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.DepthwiseRow;
import org.jspecify.annotations.Nullable;

/** A depthwise convolution with multiplier 1. A task is a run of rows of the output. */
record DepthwiseStep(
        Op.Conv2d conv,
        View x,
        DepthwiseRow kernel,
        Shape weights,
        @Nullable Tail tail,
        View y) implements Step {
    private static final int TASK_FLOATS = 16 << 10;

    private int rowsPerTask() {
        return Math.max(1, TASK_FLOATS / (y.shape().w() * y.shape().c()));
    }

    private int rows() {
        return y.shape().n() * y.shape().h();
    }

    @Override
    public int tasks() {
        return Math.ceilDiv(rows(), rowsPerTask());
    }

    @Override
    public void run(int task, int worker) {
        int last = Math.min(rows(), (task + 1) * rowsPerTask());
        for (int row = task * rowsPerTask(); row < last; row++) {
            compute(row);
        }
    }

    private void compute(int row) {
        Shape in = x.shape();
        int kernelH = weights.dim(0);
        int image = row / y.shape().h();
        int top = row % y.shape().h() * conv.strideH()
                - conv.padding().before(true, in.h(), kernelH, conv.strideH(), conv.dilationH());
        int left = conv.padding().before(false, in.w(), weights.dim(1), conv.strideW(), conv.dilationW());
        int ky0 = top < 0 ? Math.ceilDiv(-top, conv.dilationH()) : 0;
        int ky1 = Math.min(kernelH, Math.ceilDiv(in.h() - top, conv.dilationH()));
        int rowFloats = in.w() * in.c();
        int outFloats = y.shape().w() * in.c();
        int at = x.offset() + (image * in.h() + top) * rowFloats;
        int to = y.offset() + row * outFloats;
        kernel.compute(
                x.data(),
                at,
                conv.dilationH() * rowFloats,
                in.w(),
                left,
                ky0,
                ky1,
                y.data(),
                to,
                y.shape().w());
        if (tail != null) {
            tail.apply(y.data(), to, row * outFloats, y.shape().w());
        }
    }
}
