package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.Elementwise;

/** Bilinear resize. A task is a row of the output. */
record ResizeStep(Op.Resize resize, View x, View y) implements Step {
    @Override
    public int tasks() {
        return y.shape().n() * y.shape().h();
    }

    @Override
    public void run(int task, int worker) {
        Shape in = x.shape();
        Shape out = y.shape();
        float sourceY = source(task % out.h(), in.h(), out.h());
        int y0 = (int) sourceY;
        int y1 = Math.min(y0 + 1, in.h() - 1);
        float fy = sourceY - y0;
        int rows = x.offset() + (task / out.h()) * in.h() * in.w() * in.c();
        int row0 = rows + y0 * in.w() * in.c();
        int row1 = rows + y1 * in.w() * in.c();
        int at = y.offset() + task * out.w() * out.c();
        float[] from = x.data();
        for (int ox = 0; ox < out.w(); ox++) {
            float sourceX = source(ox, in.w(), out.w());
            int x0 = (int) sourceX;
            int left = x0 * in.c();
            int right = Math.min(x0 + 1, in.w() - 1) * in.c();
            float fx = sourceX - x0;
            Elementwise.mix(from, row0 + left, row0 + right, row1 + left, row1 + right, fx, fy, y.data(), at, out.c());
            at += out.c();
        }
    }

    private float source(int position, int in, int out) {
        float at = switch (resize.centres()) {
            case HALF_PIXEL -> (position + 0.5f) * in / out - 0.5f;
            case CORNER -> position * (float) in / out;
            case ALIGNED_CORNERS -> out == 1 ? 0 : position * (float) (in - 1) / (out - 1);
        };
        return Math.min(Math.max(at, 0), in - 1);
    }
}
