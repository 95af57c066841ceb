package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.Gemm;
import app.keepsake.engine.internal.kernel.PackedProduct;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A convolution without groups as a product of packed pixels and packed weights. A task is a run of output pixels, whose
 * windows are copied into panels that stay in the cache while all output channels are computed.
 */
final class PackedConv implements Step {
    private static final int PANELS = 8;
    private static final int PIXELS = PANELS * Gemm.ROWS;

    private final Op.Conv2d conv;
    private final View x;
    private final View y;
    private final PackedProduct product;
    private final int kernelH;
    private final int kernelW;
    private final int top;
    private final int left;
    private final float[][] scratch;

    PackedConv(Op.Conv2d conv, View x, Shape weights, PackedProduct product, View y, int workers) {
        this.conv = conv;
        this.x = x;
        this.y = y;
        this.product = product;
        kernelH = weights.dim(0);
        kernelW = weights.dim(1);
        top = conv.padding().before(true, x.shape().h(), kernelH, conv.strideH(), conv.dilationH());
        left = conv.padding().before(false, x.shape().w(), kernelW, conv.strideW(), conv.dilationW());
        scratch = new float[workers][PANELS * product.panelSize() + PIXELS * product.paddedColumns()];
    }

    /** The weights {@code [kh, kw, in, out]} packed: a segment for each tap. */
    static PackedProduct pack(View weights, @Nullable View bias) {
        Shape s = weights.shape();
        return PackedProduct.of(
                weights.data(),
                weights.offset(),
                s.dim(0) * s.dim(1),
                s.dim(2),
                s.c(),
                bias == null
                        ? new float[s.c()]
                        : Arrays.copyOfRange(bias.data(), bias.offset(), bias.offset() + s.c()));
    }

    private int pixels() {
        return y.shape().n() * y.shape().h() * y.shape().w();
    }

    @Override
    public int tasks() {
        return Math.ceilDiv(pixels(), PIXELS);
    }

    @Override
    public void run(int task, int worker) {
        float[] panels = scratch[worker];
        int first = task * PIXELS;
        int count = Math.min(PIXELS, pixels() - first);
        for (int i = 0; i < count; i++) {
            pack(first + i, panels, i / Gemm.ROWS * product.panelSize() + i % Gemm.ROWS * Gemm.DEPTH);
        }
        int sums = PANELS * product.panelSize();
        product.multiply(panels, 0, Math.ceilDiv(count, Gemm.ROWS), panels, sums);
        product.finish(
                panels, sums, count, y.data(), y.offset() + first * y.shape().c());
    }

    private void pack(int pixel, float[] panels, int at) {
        Shape in = x.shape();
        int ox = pixel % y.shape().w();
        int row = pixel / y.shape().w();
        int image = row / y.shape().h();
        int iy0 = row % y.shape().h() * conv.strideH() - top;
        int ix0 = ox * conv.strideW() - left;
        int blocks = Math.ceilDiv(in.c(), Gemm.DEPTH);
        for (int ky = 0; ky < kernelH; ky++) {
            int iy = iy0 + ky * conv.dilationH();
            for (int kx = 0; kx < kernelW; kx++) {
                int ix = ix0 + kx * conv.dilationW();
                boolean inside = iy >= 0 && iy < in.h() && ix >= 0 && ix < in.w();
                int from = x.offset() + ((image * in.h() + iy) * in.w() + ix) * in.c();
                for (int block = 0; block < blocks; block++) {
                    int depth = Math.min(Gemm.DEPTH, in.c() - block * Gemm.DEPTH);
                    if (inside) {
                        System.arraycopy(x.data(), from + block * Gemm.DEPTH, panels, at, depth);
                    } else {
                        Arrays.fill(panels, at, at + depth, 0);
                    }
                    at += Gemm.ROWS * Gemm.DEPTH;
                }
            }
        }
    }
}
