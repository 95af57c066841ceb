package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.Columns;
import app.keepsake.engine.internal.kernel.Ending;
import app.keepsake.engine.internal.kernel.Packing;
import app.keepsake.engine.internal.kernel.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * A convolution without groups as a product of packed pixels and packed weights. A task is a run of output pixels, whose
 * windows are copied into panels that stay in the cache while all output channels are computed. If there are few pixels,
 * tasks also divide the channels.
 */
final class PackedConv implements RowStep {
    private static final int MOST_PANELS = 16;
    private static final int PANEL_FLOATS = 24 << 10;

    private final Op.Conv2d conv;
    private final View x;
    private final View y;
    private final Columns columns;
    private final Ending ending;
    private final @Nullable Tail tail;
    private final @Nullable DepthwiseRows depthwise;
    private final int kernelH;
    private final int kernelW;
    private final int top;
    private final int left;
    private final int panels;
    private final int parts;
    private final boolean joinsTaps;
    private final boolean isPlain;
    private final int workFloats;
    private final float[][] scratch;

    /**
     * @param depthwise what computes the input on the way, or null if it is there
     */
    PackedConv(
            Op.Conv2d conv,
            View x,
            Shape weights,
            Columns columns,
            Ending ending,
            @Nullable Tail tail,
            View y,
            Scratch scratch,
            @Nullable DepthwiseRows depthwise) {
        this.depthwise = depthwise;
        this.conv = conv;
        this.x = x;
        this.y = y;
        this.columns = columns;
        this.ending = ending;
        this.tail = tail;
        kernelH = weights.dim(0);
        kernelW = weights.dim(1);
        joinsTaps = joinsTaps(conv);
        isPlain = kernelH * kernelW == 1
                && conv.strideH() * conv.strideW() == 1
                && y.shape().h() == x.shape().h()
                && y.shape().w() == x.shape().w();
        top = conv.padding().before(true, x.shape().h(), kernelH, conv.strideH(), conv.dilationH());
        left = conv.padding().before(false, x.shape().w(), kernelW, conv.strideW(), conv.dilationW());
        int all = Math.ceilDiv(pixels(), Columns.ROWS);
        int fair = Math.max(1, all / (4 * scratch.workers()));
        panels = columns.wholePanels(Math.min(Math.min(MOST_PANELS, fair), PANEL_FLOATS / columns.panelSize()));
        int runs = Math.ceilDiv(all, panels);
        parts = scratch.workers() == 1 || tail != null || depthwise != null
                ? 1
                : Math.max(1, Math.min(columns.blocks() / 4, 2 * scratch.workers() / runs));
        workFloats = panels * (columns.panelSize() + Columns.ROWS * columns.width());
        this.scratch = scratch.reserve(workFloats);
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
        int first = task / parts * panels * Columns.ROWS;
        int count = Math.min(panels * Columns.ROWS, pixels() - first);
        int part = task % parts;
        int firstBlock = part * columns.blocks() / parts;
        int lastBlock = (part + 1) * columns.blocks() / parts;
        float[] work = scratch[worker];
        pack(first, count, x.data(), x.offset(), work, 0);
        multiply(first, count, firstBlock, lastBlock, y.data(), y.offset(), work, 0);
    }

    @Override
    public int workFloats() {
        return workFloats;
    }

    @Override
    public int rowsAtOnce() {
        return 1;
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
    public int firstInput(int row) {
        return row * conv.strideH() - top;
    }

    @Override
    public int lastInput(int row) {
        return (row - 1) * conv.strideH() - top + (kernelH - 1) * conv.dilationH() + 1;
    }

    @Override
    public void rows(int first, int last, float[] from, int fromAt, float[] to, int toAt, float[] work, int workAt) {
        int end = last * y.shape().w();
        int most = panels * Columns.ROWS;
        for (int pixel = first * y.shape().w(); pixel < end; pixel += most) {
            int count = Math.min(most, end - pixel);
            pack(pixel, count, from, fromAt, work, workAt);
            multiply(pixel, count, 0, columns.blocks(), to, toAt, work, workAt);
        }
    }

    private void pack(int first, int count, float[] from, int fromAt, float[] work, int workAt) {
        if (isPlain && depthwise == null) {
            int channels = x.shape().c();
            Packing.rows(
                    from, fromAt + first * channels, channels, channels, count, work, workAt, 0, columns.panelSize());
            return;
        }
        int width = y.shape().w();
        for (int done = 0; done < count; ) {
            int row = (first + done) / width;
            int ox = first + done - row * width;
            int run = Math.min(width - ox, count - done);
            if (depthwise == null) {
                packRun(row, ox, run, from, fromAt, work, workAt, done);
            } else {
                depthwise.panels(row, ox, run, work, workAt, done, columns.panelSize());
            }
            done += run;
        }
    }

    /**
     * Whole panels go straight to the map. Where channels do not fill vectors, what a row has too much is written over by
     * the next rows, so the last rows go through a buffer, as do those that do not fill a panel.
     */
    private void multiply(
            int first, int count, int firstBlock, int lastBlock, float[] out, int outAt, float[] work, int workAt) {
        int channels = y.shape().c();
        int panelSize = columns.panelSize();
        int to = outAt + first * channels;
        int spill = Math.ceilDiv(columns.width() - channels, channels);
        int whole = spill == 0 || parts == 1 ? Math.max(0, count - spill) / Columns.ROWS : 0;
        columns.multiply(work, workAt, whole, out, to, channels, ending, firstBlock, lastBlock);
        int rest = Math.ceilDiv(count, Columns.ROWS) - whole;
        if (rest > 0) {
            int sums = workAt + panels * panelSize;
            int width = columns.width();
            columns.multiply(work, workAt + whole * panelSize, rest, work, sums, width, ending, firstBlock, lastBlock);
            int from = firstBlock * 2 * Vectors.LANES;
            int until = Math.min(channels, lastBlock * 2 * Vectors.LANES);
            for (int i = whole * Columns.ROWS; i < count; i++) {
                System.arraycopy(work, sums + from, out, to + i * channels + from, until - from);
                sums += width;
            }
        }
        if (tail != null) {
            tail.apply(out, to, first * channels, count);
        }
    }

    /** Packs the windows of {@code run} neighbours from column {@code ox} of an output row. */
    private void packRun(int row, int ox, int run, float[] from, int fromAt, float[] work, int workAt, int panelRow) {
        Shape in = x.shape();
        int channels = in.c();
        int iy0 = row % y.shape().h() * conv.strideH() - top;
        int image = row / y.shape().h() * in.h();
        int taps = joinsTaps ? 1 : kernelW;
        int tapWidth = joinsTaps ? kernelW : 1;
        int length = tapWidth * channels;
        int segment = Math.ceilDiv(length, Columns.DEPTH) * Columns.ROWS * Columns.DEPTH;
        int panelSize = columns.panelSize();
        int at = workAt;
        for (int ky = 0; ky < kernelH; ky++) {
            int iy = iy0 + ky * conv.dilationH();
            int rowAt = fromAt + (image + iy) * in.w() * channels;
            for (int tap = 0; tap < taps; tap++) {
                int ix = ox * conv.strideW() - left + tap * conv.dilationW();
                if (iy < 0 || iy >= in.h()) {
                    Packing.zeros(length, run, work, at, panelRow, panelSize);
                } else {
                    packTap(from, rowAt, ix, tapWidth, run, work, at, panelRow);
                }
                at += segment;
            }
        }
    }

    /** The pixels whose taps lie inside the row are copied at once, those at its ends one by one. */
    private void packTap(float[] from, int rowAt, int ix, int tapWidth, int run, float[] work, int at, int panelRow) {
        int channels = x.shape().c();
        int stride = conv.strideW();
        int width = x.shape().w();
        int length = tapWidth * channels;
        int panelSize = columns.panelSize();
        int inside = Math.min(run, ix >= 0 ? 0 : Math.ceilDiv(-ix, stride));
        int outside = Math.max(inside, Math.min(run, Math.floorDiv(width - tapWidth - ix, stride) + 1));
        int start = rowAt + (ix + inside * stride) * channels;
        Packing.rows(from, start, stride * channels, length, outside - inside, work, at, panelRow + inside, panelSize);
        for (int i = 0; i < inside; i++) {
            packClipped(from, rowAt, ix + i * stride, length, work, at, panelRow + i);
        }
        for (int i = outside; i < run; i++) {
            packClipped(from, rowAt, ix + i * stride, length, work, at, panelRow + i);
        }
    }

    private void packClipped(float[] from, int rowAt, int ix, int length, float[] work, int segmentAt, int panelRow) {
        Packing.zeros(length, 1, work, segmentAt, panelRow, columns.panelSize());
        int channels = x.shape().c();
        int at = segmentAt + panelRow / Columns.ROWS * columns.panelSize() + panelRow % Columns.ROWS * Columns.DEPTH;
        int first = Math.max(0, -ix) * channels;
        int last = Math.min(length, (x.shape().w() - ix) * channels);
        for (int i = first; i < last; i++) {
            work[at + i / Columns.DEPTH * Columns.ROWS * Columns.DEPTH + i % Columns.DEPTH] =
                    from[rowAt + ix * channels + i];
        }
    }
}
