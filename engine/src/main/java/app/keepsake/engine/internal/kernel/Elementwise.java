package app.keepsake.engine.internal.kernel;

import app.keepsake.engine.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of each element of a run of numbers; C2 turns the plain loops into vector code by itself. */
public final class Elementwise {
    private static final VectorSpecies<Float> S = Vectors.SPECIES;

    private Elementwise() {}

    /** Below this a loop over single numbers is fast enough, and is so from the first inference on. */
    private static final int FEW = 512;

    /** Writes {@code scale * function(x)}; source and target may be the same. */
    public static void apply(Activation function, float scale, float[] x, int xAt, float[] y, int yAt, int count) {
        switch (function) {
            case RELU -> relu(x, xAt, y, yAt, count);
            case RELU6 -> relu6(x, xAt, y, yAt, count);
            case HARD_SWISH -> hardSwish(scale, x, xAt, y, yAt, count);
            case SIGMOID -> sigmoid(x, xAt, y, yAt, count);
            default -> {
                for (int i = 0; i < count; i++) {
                    y[yAt + i] = function.of(x[xAt + i]);
                }
            }
        }
        if (scale != 1 && function != Activation.HARD_SWISH) {
            for (int i = 0; i < count; i++) {
                y[yAt + i] *= scale;
            }
        }
    }

    private static void relu(float[] x, int xAt, float[] y, int yAt, int count) {
        for (int i = 0; i < count; i++) {
            y[yAt + i] = Math.max(x[xAt + i], 0);
        }
    }

    private static void relu6(float[] x, int xAt, float[] y, int yAt, int count) {
        for (int i = 0; i < count; i++) {
            y[yAt + i] = Math.min(Math.max(x[xAt + i], 0), 6);
        }
    }

    private static void hardSwish(float scale, float[] x, int xAt, float[] y, int yAt, int count) {
        float sixth = scale / 6;
        for (int i = 0; i < count; i++) {
            float value = x[xAt + i];
            y[yAt + i] = value * Math.min(Math.max(value + 3, 0), 6) * sixth;
        }
    }

    private static void sigmoid(float[] x, int xAt, float[] y, int yAt, int count) {
        int whole = count < FEW ? 0 : count - count % Vectors.LANES;
        for (int i = 0; i < whole; i += Vectors.LANES) {
            // e^t = 2^n * e^r with |r| <= ln 2 / 2; the series is exact to a unit or two in the last place there.
            FloatVector t = FloatVector.fromArray(S, x, xAt + i).neg().min(87f).max(-87f);
            FloatVector scaled = t.mul(1.4426950408889634f);
            // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the low bits.
            FloatVector shifted = scaled.add(12582912f);
            FloatVector n = shifted.sub(12582912f);
            FloatVector r = n.fma(FloatVector.broadcast(S, -0.693359375f), t);
            r = n.fma(FloatVector.broadcast(S, 2.12194440e-4f), r);
            FloatVector p = FloatVector.broadcast(S, 1.9875691500e-4f);
            p = p.fma(r, FloatVector.broadcast(S, 1.3981999507e-3f));
            p = p.fma(r, FloatVector.broadcast(S, 8.3334519073e-3f));
            p = p.fma(r, FloatVector.broadcast(S, 4.1665795894e-2f));
            p = p.fma(r, FloatVector.broadcast(S, 1.6666665459e-1f));
            p = p.fma(r, FloatVector.broadcast(S, 5.0000001201e-1f));
            FloatVector e = p.fma(r.mul(r), r).add(1f);
            IntVector power = shifted.reinterpretAsInts().sub(0x4B400000 - 127);
            FloatVector two = power.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector.broadcast(S, 1f).div(e.mul(two).add(1f)).intoArray(y, yAt + i);
        }
        for (int i = whole; i < count; i++) {
            y[yAt + i] = sigmoid(x[xAt + i]);
        }
    }

    /** The same operations on one number. */
    private static float sigmoid(float x) {
        float t = Math.max(Math.min(-x, 87f), -87f);
        float shifted = t * 1.4426950408889634f + 12582912f;
        float n = shifted - 12582912f;
        float r = Math.fma(n, -0.693359375f, t);
        r = Math.fma(n, 2.12194440e-4f, r);
        float p = 1.9875691500e-4f;
        p = Math.fma(p, r, 1.3981999507e-3f);
        p = Math.fma(p, r, 8.3334519073e-3f);
        p = Math.fma(p, r, 4.1665795894e-2f);
        p = Math.fma(p, r, 1.6666665459e-1f);
        p = Math.fma(p, r, 5.0000001201e-1f);
        float e = Math.fma(p, r * r, r) + 1f;
        float two = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) - (0x4B400000 - 127)) << 23);
        return 1f / (e * two + 1f);
    }

    /** {@code x < 0 ? slope * x : x} with a slope for each element of a run. */
    public static void bend(float[] x, int xAt, float[] slopes, float[] y, int yAt, int count) {
        for (int i = 0; i < count; i++) {
            float value = x[xAt + i];
            y[yAt + i] = Math.max(value, 0) + slopes[i] * Math.min(value, 0);
        }
    }

    /** Adds rows of {@code slopes.length} numbers, then {@code x < 0 ? slope * x : x}, at most {@code most}. */
    public static void addAndBend(
            float[] y, int yAt, float[] other, int otherAt, float[] slopes, float most, int rows) {
        int width = slopes.length;
        int whole = width - width % Vectors.LANES;
        for (int row = 0; row < rows; row++) {
            int at = yAt + row * width;
            int from = otherAt + row * width;
            for (int i = 0; i < whole; i += Vectors.LANES) {
                FloatVector sum = FloatVector.fromArray(S, y, at + i).add(FloatVector.fromArray(S, other, from + i));
                FloatVector bent = sum.mul(FloatVector.fromArray(S, slopes, i));
                sum = sum.blend(bent, sum.compare(VectorOperators.LT, 0f));
                sum.blend(most, sum.compare(VectorOperators.GT, most)).intoArray(y, at + i);
            }
            for (int i = whole; i < width; i++) {
                float sum = y[at + i] + other[from + i];
                y[at + i] = Math.min(sum < 0 ? slopes[i] * sum : sum, most);
            }
        }
    }

    /** Bilinear mean of {@code count} channels of four pixels; {@code fx} and {@code fy} are the right's and lower's part. */
    public static void mix(
            float[] x,
            int upLeft,
            int upRight,
            int lowLeft,
            int lowRight,
            float fx,
            float fy,
            float[] y,
            int yAt,
            int count) {
        if (count < Vectors.LANES) {
            for (int c = 0; c < count; c++) {
                float upper = x[upLeft + c] + (x[upRight + c] - x[upLeft + c]) * fx;
                float lower = x[lowLeft + c] + (x[lowRight + c] - x[lowLeft + c]) * fx;
                y[yAt + c] = upper + (lower - upper) * fy;
            }
            return;
        }
        for (int i = 0; i < count; i += Vectors.LANES) {
            // The last vector overlaps the one before it.
            int c = Math.min(i, count - Vectors.LANES);
            FloatVector a = FloatVector.fromArray(S, x, upLeft + c);
            FloatVector b = FloatVector.fromArray(S, x, lowLeft + c);
            FloatVector upper =
                    FloatVector.fromArray(S, x, upRight + c).sub(a).mul(fx).add(a);
            FloatVector lower =
                    FloatVector.fromArray(S, x, lowRight + c).sub(b).mul(fx).add(b);
            lower.sub(upper).mul(fy).add(upper).intoArray(y, yAt + c);
        }
    }

    /** {@code y += x}. */
    public static void add(float[] x, int xAt, float[] y, int yAt, int count) {
        int whole = count - count % Vectors.LANES;
        for (int i = 0; i < whole; i += Vectors.LANES) {
            FloatVector.fromArray(S, y, yAt + i)
                    .add(FloatVector.fromArray(S, x, xAt + i))
                    .intoArray(y, yAt + i);
        }
        for (int i = whole; i < count; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }

    /** {@code y = max(x, y)}. */
    public static void maximum(float[] x, int xAt, float[] y, int yAt, int count) {
        int whole = count - count % Vectors.LANES;
        for (int i = 0; i < whole; i += Vectors.LANES) {
            FloatVector a = FloatVector.fromArray(S, x, xAt + i);
            FloatVector b = FloatVector.fromArray(S, y, yAt + i);
            b.blend(a, b.compare(VectorOperators.LT, a)).intoArray(y, yAt + i);
        }
        for (int i = whole; i < count; i++) {
            y[yAt + i] = Math.max(x[xAt + i], y[yAt + i]);
        }
    }
}
