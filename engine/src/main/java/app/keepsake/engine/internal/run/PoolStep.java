package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.Elementwise;
import java.util.Arrays;

/** Maximum or mean over a window. A task is a row of the output; the inner loops run over channels. */
record PoolStep(Op.Pool pool, View x, View y) implements Step {
    @Override
    public int tasks() {
        return y.shape().n() * y.shape().h();
    }

    @Override
    public void run(int task, int worker) {
        Shape in = x.shape();
        Shape out = y.shape();
        int image = task / out.h();
        int top = (task % out.h()) * pool.strideH()
                - pool.padding().before(true, in.h(), pool.windowH(), pool.strideH(), 1);
        int padLeft = pool.padding().before(false, in.w(), pool.windowW(), pool.strideW(), 1);
        for (int ox = 0; ox < out.w(); ox++) {
            int left = ox * pool.strideW() - padLeft;
            int at = y.offset() + (task * out.w() + ox) * out.c();
            boolean isMax = pool.reducer() == Op.Reducer.MAX;
            if (!isMax) {
                Arrays.fill(y.data(), at, at + out.c(), 0);
            }
            int pixels = 0;
            for (int iy = Math.max(0, top); iy < Math.min(in.h(), top + pool.windowH()); iy++) {
                for (int ix = Math.max(0, left); ix < Math.min(in.w(), left + pool.windowW()); ix++) {
                    int from = x.offset() + ((image * in.h() + iy) * in.w() + ix) * in.c();
                    if (isMax && pixels == 0) {
                        System.arraycopy(x.data(), from, y.data(), at, out.c());
                    } else if (isMax) {
                        Elementwise.maximum(x.data(), from, y.data(), at, out.c());
                    } else {
                        Elementwise.add(x.data(), from, y.data(), at, out.c());
                    }
                    pixels++;
                }
            }
            if (pool.reducer() == Op.Reducer.MEAN) {
                scale(y.data(), at, out.c(), 1f / pixels);
            }
        }
    }

    private static void scale(float[] y, int at, int count, float factor) {
        for (int c = 0; c < count; c++) {
            y[at + c] *= factor;
        }
    }
}
