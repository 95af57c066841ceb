package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import org.jspecify.annotations.Nullable;

/** Any convolution, without vectors: the definition that kernels are compared with. A task is a row of the output. */
record ScalarConv(
        Op.Conv2d conv, View x, View weights, @Nullable View bias, View y) implements Step {
    @Override
    public int tasks() {
        return y.shape().n() * y.shape().h();
    }

    @Override
    public void run(int task, int worker) {
        Shape in = x.shape();
        Shape out = y.shape();
        int image = task / out.h();
        int oy = task % out.h();
        int kernelH = weights.shape().dim(0);
        int kernelW = weights.shape().dim(1);
        int top = oy * conv.strideH() - conv.padding().before(true, in.h(), kernelH, conv.strideH(), conv.dilationH());
        int left = conv.padding().before(false, in.w(), kernelW, conv.strideW(), conv.dilationW());
        for (int ox = 0; ox < out.w(); ox++) {
            int at = y.offset() + (task * out.w() + ox) * out.c();
            start(at);
            for (int ky = 0; ky < kernelH; ky++) {
                int iy = top + ky * conv.dilationH();
                if (iy < 0 || iy >= in.h()) {
                    continue;
                }
                for (int kx = 0; kx < kernelW; kx++) {
                    int ix = ox * conv.strideW() - left + kx * conv.dilationW();
                    if (ix >= 0 && ix < in.w()) {
                        addPixel(x.offset() + ((image * in.h() + iy) * in.w() + ix) * in.c(), ky * kernelW + kx, at);
                    }
                }
            }
        }
    }

    private void start(int at) {
        int channels = y.shape().c();
        if (bias == null) {
            java.util.Arrays.fill(y.data(), at, at + channels, 0);
        } else {
            System.arraycopy(bias.data(), bias.offset(), y.data(), at, channels);
        }
    }

    private void addPixel(int from, int tap, int at) {
        int inGroup = weights.shape().dim(2);
        int channels = y.shape().c();
        int outGroup = channels / conv.groups();
        float[] w = weights.data();
        float[] out = y.data();
        for (int ic = 0; ic < inGroup; ic++) {
            int row = weights.offset() + (tap * inGroup + ic) * channels;
            for (int group = 0; group < conv.groups(); group++) {
                float value = x.data()[from + group * inGroup + ic];
                for (int oc = group * outGroup; oc < (group + 1) * outGroup; oc++) {
                    out[at + oc] += value * w[row + oc];
                }
            }
        }
    }
}
