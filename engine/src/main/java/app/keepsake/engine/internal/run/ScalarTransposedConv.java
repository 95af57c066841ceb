package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import org.jspecify.annotations.Nullable;

/** A transposed convolution, gathered for each output pixel. A task is a row of the output. */
record ScalarTransposedConv(
        Op.TransposedConv2d conv,
        View x,
        View weights,
        @Nullable View bias,
        View y) implements Step {
    @Override
    public int tasks() {
        return y.shape().n() * y.shape().h();
    }

    @Override
    public void run(int task, int worker) {
        Shape in = x.shape();
        Shape out = y.shape();
        int kernelH = weights.shape().dim(0);
        int kernelW = weights.shape().dim(1);
        int top = conv.padding() instanceof Padding.Same
                ? conv.padding().before(true, out.h(), kernelH, conv.strideH(), 1)
                : 0;
        int left = conv.padding() instanceof Padding.Same
                ? conv.padding().before(false, out.w(), kernelW, conv.strideW(), 1)
                : 0;
        int image = task / out.h();
        int oy = task % out.h();
        for (int ox = 0; ox < out.w(); ox++) {
            int at = y.offset() + (task * out.w() + ox) * out.c();
            for (int oc = 0; oc < out.c(); oc++) {
                float sum = bias == null ? 0 : bias.data()[bias.offset() + oc];
                for (int ky = 0; ky < kernelH; ky++) {
                    int iy = oy + top - ky;
                    if (iy < 0 || iy % conv.strideH() != 0 || iy / conv.strideH() >= in.h()) {
                        continue;
                    }
                    for (int kx = 0; kx < kernelW; kx++) {
                        int ix = ox + left - kx;
                        if (ix >= 0 && ix % conv.strideW() == 0 && ix / conv.strideW() < in.w()) {
                            int row = (image * in.h() + iy / conv.strideH()) * in.w() + ix / conv.strideW();
                            sum += dot(row * in.c(), ((ky * kernelW + kx) * out.c() + oc) * in.c());
                        }
                    }
                }
                y.data()[at + oc] = sum;
            }
        }
    }

    private float dot(int from, int weight) {
        float sum = 0;
        for (int ic = 0; ic < x.shape().c(); ic++) {
            sum += x.data()[x.offset() + from + ic] * weights.data()[weights.offset() + weight + ic];
        }
        return sum;
    }
}
