package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.Columns;
import app.keepsake.engine.internal.kernel.Ending;
import app.keepsake.engine.internal.kernel.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A convolution without groups as a product of packed pixels and packed weights. A task is a run of output pixels, whose
 * windows are copied into panels that stay in the cache while all output channels are computed. If there are few pixels,
 * tasks also divide the channels.
 */
final class PackedConv implements Step {
    private static final int MOST_PANELS = 16;
    private static final int PANEL_FLOATS = 24 << 10;

    private final Op.Conv2d conv;
    private final View x;
    private final View y;
    private final Columns columns;
    private final Ending ending;
    private final @Nullable Tail tail;
    private final int kernelH;
    private final int kernelW;
    private final int top;
    private final int left;
    private final int panels;
    private final int parts;
    private final boolean joinsTaps;
    private final float[][] scratch;

    PackedConv(
            Op.Conv2d conv,
            View x,
            Shape weights,
            Columns columns,
            Ending ending,
            @Nullable Tail tail,
            View y,
            Scratch scratch) {
        this.conv = conv;
        this.x = x;
        this.y = y;
        this.columns = columns;
        this.ending = ending;
        this.tail = tail;
        kernelH = weights.dim(0);
        kernelW = weights.dim(1);
        joinsTaps = joinsTaps(conv);
        top = conv.padding().before(true, x.shape().h(), kernelH, conv.strideH(), conv.dilationH());
        left = conv.padding().before(false, x.shape().w(), kernelW, conv.strideW(), conv.dilationW());
        int all = Math.ceilDiv(pixels(), Columns.ROWS);
        int fair = Math.max(1, all / (4 * scratch.workers()));
        panels = Math.max(1, Math.min(Math.min(MOST_PANELS, fair), PANEL_FLOATS / columns.panelSize()));
        int runs = Math.ceilDiv(all, panels);
        parts = scratch.workers() == 1 || tail != null
                ? 1
                : Math.max(1, Math.min(columns.blocks() / 4, 2 * scratch.workers() / runs));
        this.scratch = scratch.reserve(panels * (columns.panelSize() + Columns.ROWS * columns.width()));
    }

    /** True if the taps of a row of the window lie side by side in memory. */
    private static boolean joinsTaps(Op.Conv2d conv) {
        return conv.dilationW() == 1;
    }

    /** The weights {@code [kh, kw, in, out]} packed: a segment for each row of the window, or for each tap. */
    static Columns pack(Op.Conv2d conv, View weights) {
        Shape s = weights.shape();
        int segments = joinsTaps(conv) ? s.dim(0) : s.dim(0) * s.dim(1);
        int length = joinsTaps(conv) ? s.dim(1) * s.dim(2) : s.dim(2);
        return Columns.of(weights.data(), weights.offset(), segments, length, s.c());
    }

    private int pixels() {
        return y.shape().n() * y.shape().h() * y.shape().w();
    }

    @Override
    public int tasks() {
        return Math.ceilDiv(pixels(), panels * Columns.ROWS) * parts;
    }

    @Override
    public void run(int task, int worker) {
        float[] work = scratch[worker];
        int first = task / parts * panels * Columns.ROWS;
        int count = Math.min(panels * Columns.ROWS, pixels() - first);
        int panelSize = columns.panelSize();
        int at = 0;
        int row = 0;
        for (int i = 0; i < count; i++) {
            pack(first + i, work, at + row * Columns.DEPTH);
            if (++row == Columns.ROWS) {
                row = 0;
                at += panelSize;
            }
        }
        int channels = y.shape().c();
        int to = y.offset() + first * channels;
        int part = task % parts;
        int firstBlock = part * columns.blocks() / parts;
        int lastBlock = (part + 1) * columns.blocks() / parts;
        int whole = columns.width() == channels ? count / Columns.ROWS : 0;
        columns.multiply(work, 0, whole, y.data(), to, channels, ending, firstBlock, lastBlock);
        int rest = Math.ceilDiv(count, Columns.ROWS) - whole;
        if (rest > 0) {
            int sums = panels * panelSize;
            columns.multiply(work, whole * panelSize, rest, work, sums, columns.width(), ending, firstBlock, lastBlock);
            int done = whole * Columns.ROWS;
            int from = firstBlock * 2 * Vectors.LANES;
            int until = Math.min(channels, lastBlock * 2 * Vectors.LANES);
            for (int i = done; i < count; i++) {
                System.arraycopy(
                        work,
                        sums + (i - done) * columns.width() + from,
                        y.data(),
                        to + i * channels + from,
                        until - from);
            }
        }
        if (tail != null) {
            tail.apply(y.data(), to, first * channels, count);
        }
    }

    private void pack(int pixel, float[] panels, int at) {
        Shape in = x.shape();
        int channels = in.c();
        int row = pixel / y.shape().w();
        int iy0 = row % y.shape().h() * conv.strideH() - top;
        int ix0 = (pixel - row * y.shape().w()) * conv.strideW() - left;
        int image = row / y.shape().h() * in.h();
        int length = joinsTaps ? kernelW * channels : channels;
        int taps = joinsTaps ? 1 : kernelW;
        boolean insideX = ix0 >= 0 && ix0 + (kernelW - 1) * conv.dilationW() < in.w();
        for (int ky = 0; ky < kernelH; ky++) {
            int iy = iy0 + ky * conv.dilationH();
            int rowAt = x.offset() + (image + iy) * in.w() * channels;
            for (int tap = 0; tap < taps; tap++) {
                int ix = ix0 + tap * conv.dilationW();
                if (iy < 0 || iy >= in.h()) {
                    zero(panels, at, length);
                } else if (insideX) {
                    copy(x.data(), rowAt + ix * channels, panels, at, length);
                } else {
                    copyInside(rowAt, ix, panels, at, length);
                }
                at += Math.ceilDiv(length, Columns.DEPTH) * Columns.ROWS * Columns.DEPTH;
            }
        }
    }

    private static void copy(float[] from, int fromAt, float[] panels, int at, int length) {
        int whole = length & -Columns.DEPTH;
        for (int done = 0; done < whole; done += Columns.DEPTH) {
            System.arraycopy(from, fromAt + done, panels, at, Columns.DEPTH);
            at += Columns.ROWS * Columns.DEPTH;
        }
        if (whole < length) {
            System.arraycopy(from, fromAt + whole, panels, at, length - whole);
        }
    }

    private static void zero(float[] panels, int at, int length) {
        for (int done = 0; done < length; done += Columns.DEPTH) {
            Arrays.fill(panels, at, at + Columns.DEPTH, 0);
            at += Columns.ROWS * Columns.DEPTH;
        }
    }

    /** Copies the pixels of a row of the window that lie inside the map. */
    private void copyInside(int rowAt, int ix, float[] panels, int at, int length) {
        zero(panels, at, length);
        int channels = x.shape().c();
        int first = Math.max(0, -ix) * channels;
        int last = Math.min(length, (x.shape().w() - ix) * channels);
        for (int i = first; i < last; i++) {
            panels[at + i / Columns.DEPTH * Columns.ROWS * Columns.DEPTH + i % Columns.DEPTH] =
                    x.data()[rowAt + ix * channels + i];
        }
    }
}
