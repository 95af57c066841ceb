package app.keepsake.film.internal.picture;

import app.keepsake.media.RgbImage;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Draws a window of a picture into a stripe of a frame: for each row of the frame first down, over whole source rows, then
 * across, one pixel's three colours at a time. Not thread-safe: one for each thread.
 */
final class Painter {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> PIXEL = FloatVector.SPECIES_128;
    /** Narrower machines have no vector of so few bytes; their loops are left to the compiler. */
    private static final boolean WIDE = FLOATS.length() >= 8;

    private static final VectorSpecies<Byte> BYTES =
            WIDE ? VectorShape.forBitSize(FLOATS.length() * 8).withLanes(byte.class) : ByteVector.SPECIES_64;
    private static final float UNIT = 1f / ((float) Taps.ONE * Taps.ONE);

    private final int width;
    private final float[] across;
    private float[] down = new float[0];

    /**
     * @param width of the frame, pixels
     */
    Painter(int width) {
        this.width = width;
        this.across = new float[3 * width + 1];
    }

    /**
     * Draws rows {@code top} to {@code bottom}. Where the window leaves the picture the frame keeps what it has.
     *
     * @param columns for the frame's whole width
     * @param rows for the frame's whole height
     */
    void paint(RgbImage source, Taps columns, Taps rows, byte[] frame, int top, int bottom) {
        if (columns.from >= columns.to) {
            return;
        }
        int left = columns.first[columns.from];
        int right = columns.first[columns.to - 1] + columns.count;
        if (down.length < 3 * (right - left) + 1) {
            down = new float[3 * (right - left) + 1];
        }
        for (int y = Math.max(top, rows.from); y < Math.min(bottom, rows.to); y++) {
            down(source, rows, y, left, 3 * (right - left));
            across(columns, left);
            int from = columns.from;
            int to = columns.to;
            if (rows.cover[y] < 256) {
                blend(frame, columns, rows.cover[y], y, from, to);
                continue;
            }
            while (from < to && columns.cover[from] < 256) {
                from++;
            }
            while (to > from && columns.cover[to - 1] < 256) {
                to--;
            }
            blend(frame, columns, 256, y, columns.from, from);
            store(frame, 3 * width * y, 3 * from, 3 * to);
            blend(frame, columns, 256, y, to, columns.to);
        }
    }

    /** Sums source rows by their weights. */
    private void down(RgbImage source, Taps rows, int y, int left, int length) {
        int stride = 3 * source.width();
        int base = rows.first[y] * stride + 3 * left;
        if (rows.count == 4) {
            int w = 4 * y;
            four(source.pixels(), base, stride, rows.weights, w, length);
            return;
        }
        for (int k = 0; k < rows.count; k++) {
            one(source.pixels(), base + k * stride, rows.weights[rows.count * y + k], k == 0, length);
        }
    }

    private void four(byte[] source, int base, int stride, int[] weights, int at, int length) {
        float[] out = down;
        float a = weights[at];
        float b = weights[at + 1];
        float c = weights[at + 2];
        float d = weights[at + 3];
        int i = 0;
        if (WIDE) {
            FloatVector va = FloatVector.broadcast(FLOATS, a);
            FloatVector vb = FloatVector.broadcast(FLOATS, b);
            FloatVector vc = FloatVector.broadcast(FLOATS, c);
            FloatVector vd = FloatVector.broadcast(FLOATS, d);
            for (int bound = FLOATS.loopBound(length); i < bound; i += FLOATS.length()) {
                int p = base + i;
                FloatVector v = floats(source, p).mul(va);
                v = floats(source, p + stride).fma(vb, v);
                v = floats(source, p + 2 * stride).fma(vc, v);
                v = floats(source, p + 3 * stride).fma(vd, v);
                v.intoArray(out, i);
            }
        }
        for (; i < length; i++) {
            int p = base + i;
            out[i] = (source[p] & 0xFF) * a
                    + (source[p + stride] & 0xFF) * b
                    + (source[p + 2 * stride] & 0xFF) * c
                    + (source[p + 3 * stride] & 0xFF) * d;
        }
    }

    private void one(byte[] source, int base, float weight, boolean fresh, int length) {
        float[] out = down;
        int i = 0;
        if (WIDE) {
            FloatVector w = FloatVector.broadcast(FLOATS, weight);
            for (int bound = FLOATS.loopBound(length); i < bound; i += FLOATS.length()) {
                FloatVector v = floats(source, base + i);
                FloatVector sum = fresh ? v.mul(w) : v.fma(w, FloatVector.fromArray(FLOATS, out, i));
                sum.intoArray(out, i);
            }
        }
        for (; i < length; i++) {
            float value = (source[base + i] & 0xFF) * weight;
            out[i] = fresh ? value : out[i] + value;
        }
    }

    private static FloatVector floats(byte[] source, int at) {
        return (FloatVector) ByteVector.fromArray(BYTES, source, at)
                .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0)
                .convertShape(VectorOperators.I2F, FLOATS, 0);
    }

    /** Sums neighbouring pixels by their weights: vectors of one pixel and a colour of the next, which is not used. */
    private void across(Taps columns, int left) {
        float[] in = down;
        float[] out = across;
        int[] first = columns.first;
        float[] weights = columns.shares;
        int count = columns.count;
        if (count == 4) {
            for (int x = columns.from; x < columns.to; x++) {
                int p = 3 * (first[x] - left);
                int w = 4 * x;
                FloatVector v = FloatVector.fromArray(PIXEL, in, p).mul(weights[w]);
                v = FloatVector.fromArray(PIXEL, in, p + 3).fma(FloatVector.broadcast(PIXEL, weights[w + 1]), v);
                v = FloatVector.fromArray(PIXEL, in, p + 6).fma(FloatVector.broadcast(PIXEL, weights[w + 2]), v);
                v = FloatVector.fromArray(PIXEL, in, p + 9).fma(FloatVector.broadcast(PIXEL, weights[w + 3]), v);
                v.intoArray(out, 3 * x);
            }
            return;
        }
        for (int x = columns.from; x < columns.to; x++) {
            int p = 3 * (first[x] - left);
            FloatVector v = FloatVector.zero(PIXEL);
            for (int k = 0; k < count; k++) {
                v = FloatVector.fromArray(PIXEL, in, p + 3 * k)
                        .fma(FloatVector.broadcast(PIXEL, weights[count * x + k]), v);
            }
            v.intoArray(out, 3 * x);
        }
    }

    private void store(byte[] frame, int base, int from, int to) {
        float[] in = across;
        int i = from;
        if (WIDE) {
            FloatVector half = FloatVector.broadcast(FLOATS, 0.5f);
            for (int bound = to - FLOATS.length(); i <= bound; i += FLOATS.length()) {
                FloatVector v = FloatVector.fromArray(FLOATS, in, i)
                        .fma(FloatVector.broadcast(FLOATS, UNIT), half)
                        .max(0)
                        .min(255);
                ((ByteVector) v.convertShape(VectorOperators.F2I, INTS, 0).convertShape(VectorOperators.I2B, BYTES, 0))
                        .intoArray(frame, base + i);
            }
        }
        for (; i < to; i++) {
            frame[base + i] = rounded(in[i]);
        }
    }

    private static byte rounded(float sum) {
        return (byte) (int) Math.min(255f, Math.max(0f, Math.fma(sum, UNIT, 0.5f)));
    }

    private void blend(byte[] frame, Taps columns, int coverDown, int y, int from, int to) {
        int base = 3 * width * y;
        for (int x = from; x < to; x++) {
            int cover = columns.cover[x] * coverDown;
            for (int c = 3 * x; c < 3 * x + 3; c++) {
                int value = rounded(across[c]) & 0xFF;
                int old = frame[base + c] & 0xFF;
                frame[base + c] = (byte) (old + (((value - old) * cover + 32768) >> 16));
            }
        }
    }
}
