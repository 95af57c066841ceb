package app.keepsake.engine.internal.run;

import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.Columns;
import app.keepsake.engine.internal.kernel.Ending;
import app.keepsake.engine.internal.kernel.WinogradTransform;
import app.keepsake.engine.internal.kernel.WinogradWeights;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A 3x3 convolution by F(4x4, 3x3), with a quarter of the multiplications. A task is a run of tiles of 4x4 output pixels:
 * few enough for their transformed input and products to stay in the second cache.
 */
final class WinogradConv implements RowStep {
    private static final int CACHE_FLOATS = 40 << 10;
    private static final int TILE = 4;
    private static final int PATCH = 6;

    private final View x;
    private final View y;
    private final WinogradWeights weights;
    private final Ending ending;
    private final boolean pooled;
    private final @Nullable Tail tail;
    private final int top;
    private final int left;
    private final int tilesX;
    private final int tilesY;
    private final int tilesPerTask;
    private final int panelStride;
    private final int productStride;
    private final int workFloats;
    private final float[][] scratch;

    WinogradConv(
            Op.Conv2d conv,
            View x,
            WinogradWeights weights,
            Ending ending,
            boolean pooled,
            @Nullable Tail tail,
            View y,
            Scratch scratch) {
        this.x = x;
        this.y = y;
        this.weights = weights;
        this.ending = ending;
        this.pooled = pooled;
        this.tail = tail;
        top = conv.padding().before(true, x.shape().h(), 3, 1, 1);
        left = conv.padding().before(false, x.shape().w(), 3, 1, 1);
        int outH = conv.padding().output(true, x.shape().h(), 3, 1, 1);
        int outW = conv.padding().output(false, x.shape().w(), 3, 1, 1);
        tilesY = Math.ceilDiv(outH, TILE);
        tilesX = Math.ceilDiv(outW, TILE);
        int in = x.shape().c();
        int out = y.shape().c();
        int fitting = CACHE_FLOATS / (WinogradWeights.POINTS * (in + out)) / Columns.ROWS;
        int fair = tiles() / (3 * scratch.workers() * Columns.ROWS);
        int panels = weights.point(0).wholePanels(Math.min(Math.min(8, fitting), fair));
        tilesPerTask = panels * Columns.ROWS;
        // One line more than a power of two, so that the 36 points do not fall into the same sets of the cache.
        panelStride = panels * weights.point(0).panelSize() + Columns.DEPTH;
        productStride = tilesPerTask * out + Columns.DEPTH;
        int patch = PATCH * PATCH * Math.max(in, out);
        workFloats = WinogradWeights.POINTS * (panelStride + productStride) + patch;
        this.scratch = scratch.reserve(workFloats);
    }

    static boolean fits(Op.Conv2d conv, Shape x, Shape weights) {
        return weights.dim(0) == 3
                && weights.dim(1) == 3
                && conv.strideH() == 1
                && conv.strideW() == 1
                && conv.dilationH() == 1
                && conv.dilationW() == 1
                && conv.groups() == 1
                && WinogradTransform.fits(weights.dim(2))
                && WinogradTransform.fits(weights.c())
                && x.h() >= PATCH
                && x.w() >= PATCH;
    }

    private int tiles() {
        return x.shape().n() * tilesY * tilesX;
    }

    @Override
    public int tasks() {
        return Math.ceilDiv(tiles(), tilesPerTask);
    }

    @Override
    public void run(int task, int worker) {
        int first = task * tilesPerTask;
        int count = Math.min(tilesPerTask, tiles() - first);
        tiles(first, count, x.data(), x.offset(), y.data(), y.offset(), scratch[worker], 0);
    }

    @Override
    public int workFloats() {
        return workFloats;
    }

    @Override
    public int rowsAtOnce() {
        return pooled ? TILE / 2 : TILE;
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
        return row / rowsAtOnce() * TILE - top;
    }

    @Override
    public int lastInput(int row) {
        return Math.ceilDiv(row, rowsAtOnce()) * TILE - top + 2;
    }

    @Override
    public void rows(int first, int last, float[] from, int fromAt, float[] to, int toAt, float[] work, int workAt) {
        int lastTile = Math.min(tilesY, Math.ceilDiv(last, rowsAtOnce())) * tilesX;
        for (int tile = first / rowsAtOnce() * tilesX; tile < lastTile; tile += tilesPerTask) {
            tiles(tile, Math.min(tilesPerTask, lastTile - tile), from, fromAt, to, toAt, work, workAt);
        }
    }

    private void tiles(int first, int count, float[] from, int fromAt, float[] to, int toAt, float[] work, int workAt) {
        int products = workAt + WinogradWeights.POINTS * panelStride;
        int patch = products + WinogradWeights.POINTS * productStride;
        int out = y.shape().c();
        transformInput(first, count, from, fromAt, work, workAt, patch);
        int panels = Math.ceilDiv(count, Columns.ROWS);
        for (int point = 0; point < WinogradWeights.POINTS; point++) {
            int panel = workAt + point * panelStride;
            weights.point(point).multiply(work, panel, panels, work, products + point * productStride, out);
        }
        transformOutput(first, count, work, products, patch, to, toAt);
    }

    /** Tiles inside the map are transformed where they lie, a run of neighbours at once; others are copied first. */
    private void transformInput(int first, int count, float[] from, int fromAt, float[] work, int panels, int patch) {
        Shape in = x.shape();
        int channels = in.c();
        int panelSize = weights.point(0).panelSize();
        int firstInside = Math.ceilDiv(left, TILE);
        int lastInside = Math.floorDiv(in.w() - PATCH + left, TILE) + 1;
        for (int i = 0; i < count; ) {
            int row = (first + i) / tilesX;
            int column = first + i - row * tilesX;
            int iy = row % tilesY * TILE - top;
            int ix = column * TILE - left;
            int image = row / tilesY * in.h();
            boolean inside = iy >= 0 && iy + PATCH <= in.h() && column >= firstInside && column < lastInside;
            if (inside) {
                int run = Math.min(count - i, lastInside - column);
                int at = fromAt + ((image + iy) * in.w() + ix) * channels;
                WinogradTransform.input(
                        from, at, in.w() * channels, channels, run, work, panels, i, panelSize, panelStride);
                i += run;
            } else {
                copyPatch(image, iy, ix, from, fromAt, work, patch);
                WinogradTransform.input(
                        work, patch, PATCH * channels, channels, 1, work, panels, i, panelSize, panelStride);
                i++;
            }
        }
    }

    private void copyPatch(int image, int iy, int ix, float[] from, int fromAt, float[] work, int patch) {
        Shape in = x.shape();
        int channels = in.c();
        Arrays.fill(work, patch, patch + PATCH * PATCH * channels, 0);
        int firstX = Math.max(0, -ix);
        int lastX = Math.min(PATCH, in.w() - ix);
        for (int py = Math.max(0, -iy); py < Math.min(PATCH, in.h() - iy); py++) {
            int at = fromAt + ((image + iy + py) * in.w() + ix + firstX) * channels;
            int into = patch + (py * PATCH + firstX) * channels;
            System.arraycopy(from, at, work, into, Math.max(0, lastX - firstX) * channels);
        }
    }

    private void transformOutput(int first, int count, float[] work, int products, int patch, float[] to, int toAt) {
        Shape out = y.shape();
        int size = pooled ? TILE / 2 : TILE;
        int channels = out.c();
        int stride = out.w() * channels;
        for (int i = 0; i < count; ) {
            int row = (first + i) / tilesX;
            int column = first + i - row * tilesX;
            int oy = row % tilesY * size;
            int ox = column * size;
            int element = ((row / tilesY * out.h() + oy) * out.w() + ox) * channels;
            int at = toAt + element;
            int from = products + i * channels;
            int rows = Math.min(size, out.h() - oy);
            int run = Math.min(count - i, out.w() / size - column);
            int pixels = rows == size && run > 0 ? run * size : Math.min(size, out.w() - ox);
            if (rows == size && run > 0) {
                WinogradTransform.output(work, from, productStride, channels, run, ending, pooled, to, at, stride);
                i += run;
            } else {
                WinogradTransform.output(
                        work, from, productStride, channels, 1, ending, pooled, work, patch, size * channels);
                for (int r = 0; r < rows; r++) {
                    System.arraycopy(work, patch + r * size * channels, to, at + r * stride, pixels * channels);
                }
                i++;
            }
            if (tail != null) {
                for (int r = 0; r < rows; r++) {
                    tail.apply(to, at + r * stride, element + r * stride, pixels);
                }
            }
        }
    }
}
