package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.Columns;
import app.keepsake.engine.internal.kernel.DepthwiseRow;

/** A depthwise convolution over a map, of which any pixels of a row can be computed, into a map or into panels. */
record DepthwiseRows(Op.Conv2d conv, View x, DepthwiseRow kernel, Shape weights, Shape output) {
    /** Computes a row of the output into a map that begins at {@code yAt}. */
    void row(int row, float[] y, int yAt) {
        int channels = kernel.channels();
        int width = output.w();
        compute(row, 0, width, y, yAt, row * width, 1, channels, Columns.DEPTH);
    }

    /** Computes {@code count} pixels from column {@code first} into the rows from {@code panelRow} of panels. */
    void panels(int row, int first, int count, float[] work, int workAt, int panelRow, int panelSize) {
        int block = Columns.ROWS * Columns.DEPTH;
        compute(row, first, first + count, work, workAt, panelRow, Columns.ROWS, panelSize, block);
    }

    private void compute(
            int row, int first, int last, float[] y, int yAt, int panelRow, int rows, int panelSize, int blockStride) {
        Shape in = x.shape();
        int kernelH = weights.dim(0);
        int image = row / output.h();
        int top = row % output.h() * conv.strideH()
                - conv.padding().before(true, in.h(), kernelH, conv.strideH(), conv.dilationH());
        int left = conv.padding().before(false, in.w(), weights.dim(1), conv.strideW(), conv.dilationW());
        int ky0 = top < 0 ? Math.ceilDiv(-top, conv.dilationH()) : 0;
        int ky1 = Math.min(kernelH, Math.ceilDiv(in.h() - top, conv.dilationH()));
        int rowFloats = in.w() * in.c();
        int at = x.offset() + (image * in.h() + top) * rowFloats;
        kernel.compute(
                x.data(),
                at,
                conv.dilationH() * rowFloats,
                in.w(),
                left,
                ky0,
                ky1,
                first,
                last,
                y,
                yAt,
                panelRow,
                rows,
                panelSize,
                blockStride);
    }
}
