package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.Ending;
import app.keepsake.engine.internal.kernel.NarrowRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A 3x3 convolution of three channels. A task is a group of output rows, whose input rows are copied between zeros first:
 * the copy is small beside the result.
 */
final class NarrowConv implements RowStep {
    private static final int WINDOW = 3;
    private static final int GROUP = 8;

    private final Op.Conv2d conv;
    private final View x;
    private final View y;
    private final NarrowRow kernel;
    private final Ending ending;
    private final @Nullable Tail tail;
    private final int top;
    private final int left;
    private final int rowFloats;
    private final int workFloats;
    private final float[][] scratch;

    NarrowConv(Op.Conv2d conv, View x, NarrowRow kernel, Ending ending, @Nullable Tail tail, View y, Scratch scratch) {
        this.conv = conv;
        this.x = x;
        this.y = y;
        this.kernel = kernel;
        this.ending = ending;
        this.tail = tail;
        top = conv.padding().before(true, x.shape().h(), WINDOW, conv.strideH(), 1);
        left = conv.padding().before(false, x.shape().w(), WINDOW, conv.strideW(), 1);
        rowFloats = ((y.shape().w() - 1) * conv.strideW() + WINDOW) * NarrowRow.CHANNELS;
        workFloats = ((GROUP - 1) * conv.strideH() + WINDOW) * rowFloats;
        this.scratch = scratch.reserve(workFloats);
    }

    static boolean fits(Op.Conv2d conv, Shape x, Shape weights) {
        return weights.dim(0) == WINDOW
                && weights.dim(1) == WINDOW
                && weights.dim(2) == NarrowRow.CHANNELS
                && conv.groups() == 1
                && conv.dilationH() == 1
                && conv.dilationW() == 1
                && conv.strideH() <= 2
                && conv.strideH() == conv.strideW()
                && NarrowRow.fits(conv.padding().output(false, x.w(), WINDOW, conv.strideW(), 1), weights.c());
    }

    private int allRows() {
        return y.shape().n() * y.shape().h();
    }

    @Override
    public int tasks() {
        return Math.ceilDiv(allRows(), GROUP);
    }

    @Override
    public void run(int task, int worker) {
        int first = task * GROUP;
        int last = Math.min(allRows(), first + GROUP);
        rows(first, last, x.data(), x.offset(), y.data(), y.offset(), scratch[worker], 0);
    }

    @Override
    public View input() {
        return x;
    }

    @Override
    public View output() {
        return y;
    }

    @Override
    public int rowsAtOnce() {
        return 1;
    }

    @Override
    public int firstInput(int row) {
        return row * conv.strideH() - top;
    }

    @Override
    public int lastInput(int row) {
        return (row - 1) * conv.strideH() - top + WINDOW;
    }

    @Override
    public int workFloats() {
        return workFloats;
    }

    @Override
    public void rows(int first, int last, float[] from, int fromAt, float[] to, int toAt, float[] work, int workAt) {
        int height = y.shape().h();
        int outFloats = y.shape().w() * y.shape().c();
        for (int row = first; row < last; ) {
            int image = row / height;
            int end = Math.min(Math.min(last, row + GROUP), (image + 1) * height);
            int iy = (row - image * height) * conv.strideH() - top;
            int count = (end - row - 1) * conv.strideH() + WINDOW;
            for (int i = 0; i < count; i++) {
                copyRow(image, iy + i, from, fromAt, work, workAt + i * rowFloats);
            }
            for (int i = workAt; row < end; row++) {
                int at = toAt + row * outFloats;
                kernel.compute(work, i, rowFloats, to, at, y.shape().w(), ending);
                if (tail != null) {
                    tail.apply(to, at, row * outFloats, y.shape().w());
                }
                i += conv.strideH() * rowFloats;
            }
        }
    }

    private void copyRow(int image, int iy, float[] from, int fromAt, float[] work, int at) {
        Shape in = x.shape();
        boolean outside = iy < 0 || iy >= in.h();
        int before = Math.min(rowFloats, outside ? rowFloats : left * NarrowRow.CHANNELS);
        int count = outside ? 0 : Math.min(in.w() * NarrowRow.CHANNELS, rowFloats - before);
        int source = fromAt + (image * in.h() + iy) * in.w() * NarrowRow.CHANNELS;
        Arrays.fill(work, at, at + before, 0);
        System.arraycopy(from, outside ? 0 : source, work, at + before, count);
        Arrays.fill(work, at + before + count, at + rowFloats, 0);
    }
}
