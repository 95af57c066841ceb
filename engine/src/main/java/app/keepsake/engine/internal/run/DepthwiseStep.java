package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import org.jspecify.annotations.Nullable;

/** A depthwise convolution with multiplier 1. A task is a row of the output; the inner loops run over channels. */
record DepthwiseStep(
        Op.Conv2d conv, View x, View weights, @Nullable View bias, View y) implements Step {
    @Override
    public int tasks() {
        return y.shape().n() * y.shape().h();
    }

    @Override
    public void run(int task, int worker) {
        Shape in = x.shape();
        int channels = y.shape().c();
        int width = y.shape().w();
        int kernelH = weights.shape().dim(0);
        int kernelW = weights.shape().dim(1);
        int image = task / y.shape().h();
        int top = task % y.shape().h() * conv.strideH()
                - conv.padding().before(true, in.h(), kernelH, conv.strideH(), conv.dilationH());
        int left = conv.padding().before(false, in.w(), kernelW, conv.strideW(), conv.dilationW());
        for (int ox = 0; ox < width; ox++) {
            int at = y.offset() + (task * width + ox) * channels;
            if (bias == null) {
                java.util.Arrays.fill(y.data(), at, at + channels, 0);
            } else {
                System.arraycopy(bias.data(), bias.offset(), y.data(), at, channels);
            }
            for (int ky = 0; ky < kernelH; ky++) {
                int iy = top + ky * conv.dilationH();
                for (int kx = 0; iy >= 0 && iy < in.h() && kx < kernelW; kx++) {
                    int ix = ox * conv.strideW() - left + kx * conv.dilationW();
                    if (ix >= 0 && ix < in.w()) {
                        int from = x.offset() + ((image * in.h() + iy) * in.w() + ix) * channels;
                        int tap = weights.offset() + (ky * kernelW + kx) * channels;
                        multiplyAdd(x.data(), from, weights.data(), tap, y.data(), at, channels);
                    }
                }
            }
        }
    }

    private static void multiplyAdd(float[] x, int from, float[] w, int tap, float[] y, int at, int count) {
        for (int c = 0; c < count; c++) {
            y[at + c] += x[from + c] * w[tap + c];
        }
    }
}
