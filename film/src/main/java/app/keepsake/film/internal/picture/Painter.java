package app.keepsake.film.internal.picture;

import app.keepsake.media.RgbImage;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Draws a window of a picture into a stripe of a frame: rows first across, each once, then down. Not thread-safe: one
 * for each thread.
 */
final class Painter {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private final int width;
    private float[][] rows = new float[0][];
    private int[] rowOf = new int[0];
    private final float[] sum;

    /**
     * @param width of the frame, pixels
     */
    Painter(int width) {
        this.width = width;
        this.sum = new float[3 * width];
    }

    /**
     * Draws rows {@code top} to {@code bottom}. Where the window leaves the picture the frame keeps what it has.
     *
     * @param across for the frame's whole width
     * @param down for the frame's whole height
     */
    void paint(RgbImage source, Taps across, Taps down, byte[] frame, int top, int bottom) {
        prepare(down.count + 1);
        for (int y = Math.max(top, down.from); y < Math.min(bottom, down.to); y++) {
            for (int k = 0; k < down.count; k++) {
                row(source, down.first[y] + k, across);
            }
            combine(down, y);
            if (down.cover[y] == 256
                    && across.from == 0
                    && across.to == width
                    && across.cover[0] == 256
                    && across.cover[width - 1] == 256) {
                store(frame, 3 * width * y, 0, 3 * width);
            } else {
                blend(frame, across, down.cover[y], y);
            }
        }
    }

    private void prepare(int count) {
        if (rows.length < count) {
            rows = new float[count][3 * width];
            rowOf = new int[count];
        }
        java.util.Arrays.fill(rowOf, -1);
    }

    private void row(RgbImage source, int y, Taps across) {
        int slot = y % rows.length;
        if (rowOf[slot] != y) {
            rowOf[slot] = y;
            if (across.count == 4) {
                four(source.pixels(), 3 * source.width() * y, across, rows[slot]);
            } else {
                many(source.pixels(), 3 * source.width() * y, across, rows[slot]);
            }
        }
    }

    private static void four(byte[] source, int base, Taps across, float[] out) {
        int[] weights = across.weights;
        for (int x = across.from; x < across.to; x++) {
            int p = base + 3 * across.first[x];
            int a = weights[4 * x];
            int b = weights[4 * x + 1];
            int c = weights[4 * x + 2];
            int d = weights[4 * x + 3];
            out[3 * x] = a * (source[p] & 0xFF)
                    + b * (source[p + 3] & 0xFF)
                    + c * (source[p + 6] & 0xFF)
                    + d * (source[p + 9] & 0xFF);
            out[3 * x + 1] = a * (source[p + 1] & 0xFF)
                    + b * (source[p + 4] & 0xFF)
                    + c * (source[p + 7] & 0xFF)
                    + d * (source[p + 10] & 0xFF);
            out[3 * x + 2] = a * (source[p + 2] & 0xFF)
                    + b * (source[p + 5] & 0xFF)
                    + c * (source[p + 8] & 0xFF)
                    + d * (source[p + 11] & 0xFF);
        }
    }

    private static void many(byte[] source, int base, Taps across, float[] out) {
        int count = across.count;
        for (int x = across.from; x < across.to; x++) {
            int p = base + 3 * across.first[x];
            int r = 0;
            int g = 0;
            int b = 0;
            for (int k = 0; k < count; k++, p += 3) {
                int weight = across.weights[count * x + k];
                r += weight * (source[p] & 0xFF);
                g += weight * (source[p + 1] & 0xFF);
                b += weight * (source[p + 2] & 0xFF);
            }
            out[3 * x] = r;
            out[3 * x + 1] = g;
            out[3 * x + 2] = b;
        }
    }

    private void combine(Taps down, int y) {
        float unit = 1f / ((float) Taps.ONE * Taps.ONE);
        if (down.count == 4) {
            int first = down.first[y];
            combine(
                    rows[first % rows.length],
                    rows[(first + 1) % rows.length],
                    rows[(first + 2) % rows.length],
                    rows[(first + 3) % rows.length],
                    down.weights[4 * y] * unit,
                    down.weights[4 * y + 1] * unit,
                    down.weights[4 * y + 2] * unit,
                    down.weights[4 * y + 3] * unit);
            return;
        }
        for (int k = 0; k < down.count; k++) {
            accumulate(rows[(down.first[y] + k) % rows.length], down.weights[down.count * y + k] * unit, k == 0);
        }
    }

    private void combine(float[] p, float[] q, float[] r, float[] s, float a, float b, float c, float d) {
        float[] out = sum;
        int bound = SPECIES.loopBound(out.length);
        int i = 0;
        for (; i < bound; i += SPECIES.length()) {
            FloatVector v = FloatVector.fromArray(SPECIES, p, i).mul(a);
            v = FloatVector.fromArray(SPECIES, q, i).fma(FloatVector.broadcast(SPECIES, b), v);
            v = FloatVector.fromArray(SPECIES, r, i).fma(FloatVector.broadcast(SPECIES, c), v);
            v = FloatVector.fromArray(SPECIES, s, i).fma(FloatVector.broadcast(SPECIES, d), v);
            v.intoArray(out, i);
        }
        for (; i < out.length; i++) {
            out[i] = Math.fma(s[i], d, Math.fma(r[i], c, Math.fma(q[i], b, p[i] * a)));
        }
    }

    private void accumulate(float[] row, float weight, boolean fresh) {
        float[] out = sum;
        if (fresh) {
            for (int i = 0; i < out.length; i++) {
                out[i] = row[i] * weight;
            }
        } else {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.fma(row[i], weight, out[i]);
            }
        }
    }

    private void store(byte[] frame, int base, int from, int to) {
        float[] in = sum;
        for (int i = from; i < to; i++) {
            frame[base + i] = (byte) Math.min(255, Math.max(0, (int) (in[i] + 0.5f)));
        }
    }

    private void blend(byte[] frame, Taps across, int coverDown, int y) {
        int base = 3 * width * y;
        for (int x = across.from; x < across.to; x++) {
            int cover = across.cover[x] * coverDown;
            for (int c = 3 * x; c < 3 * x + 3; c++) {
                int value = Math.min(255, Math.max(0, (int) (sum[c] + 0.5f)));
                int old = frame[base + c] & 0xFF;
                frame[base + c] = (byte) (old + (((value - old) * cover + 32768) >> 16));
            }
        }
    }
}
