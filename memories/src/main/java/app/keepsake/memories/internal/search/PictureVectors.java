package app.keepsake.memories.internal.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The directions in which an encoder put pictures, by position: one byte a number. Safe for use by several threads.
 */
final class PictureVectors {
    static final PictureVectors NONE = new PictureVectors(new byte[0][]);

    private static final int MOST = 100;
    /** How much of the way from the mean likeness to the best a picture must have come, to be told. */
    private static final float NEAR = 0.6f;

    private final byte[][] vectors;
    private final float[] lengths;
    private volatile @Nullable Compared last;

    /** What was asked last: pages of one answer, and the answer to who asks again. */
    private record Compared(float[] text, float[] likenesses) {}

    /** @param vectors by position; some may be null */
    PictureVectors(byte[] @Nullable [] vectors) {
        this.vectors = vectors.clone();
        this.lengths = new float[vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            lengths[i] = vectors[i] == null ? 0 : (float) Math.sqrt(product(vectors[i], vectors[i]));
        }
    }

    boolean isEmpty() {
        return vectors.length == 0;
    }

    /** The sum is exact: of 4096 products of 8 bits each it has at most 26. */
    private static int product(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * The positions of those most like a text, the most alike first. A likeness means nothing by itself: what counts is
     * how far above the mean of all that may be seen it is, compared with the best.
     *
     * @param shown those that may be seen
     * @param among those of them that may be told
     */
    List<Integer> nearest(float[] text, BitSet shown, BitSet among) {
        float[] likenesses = likenesses(text);
        double sum = 0;
        int count = 0;
        float best = Float.NEGATIVE_INFINITY;
        for (int i = shown.nextSetBit(0); i >= 0 && i < likenesses.length; i = shown.nextSetBit(i + 1)) {
            if (lengths[i] > 0) {
                sum += likenesses[i];
                count++;
                best = Math.max(best, likenesses[i]);
            }
        }
        float mean = (float) (sum / Math.max(1, count));
        float least = mean + NEAR * (best - mean);
        return among.stream()
                .filter(i -> i < likenesses.length && lengths[i] > 0 && likenesses[i] >= least)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -likenesses[i]).thenComparing(i -> -i))
                .limit(MOST)
                .toList();
    }

    private float[] likenesses(float[] text) {
        Compared known = last;
        if (known != null && Arrays.equals(known.text, text)) {
            return known.likenesses;
        }
        byte[] wanted = rounded(text);
        float[] likenesses = new float[vectors.length];
        IntStream.range(0, vectors.length)
                .filter(i -> lengths[i] > 0 && vectors[i].length == wanted.length)
                .forEach(i -> likenesses[i] = product(vectors[i], wanted) / lengths[i]);
        last = new Compared(text, likenesses);
        return likenesses;
    }

    private static byte[] rounded(float[] text) {
        float largest = Float.MIN_NORMAL;
        for (float value : text) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] rounded = new byte[text.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (byte) Math.round(text[i] / largest * Byte.MAX_VALUE);
        }
        return rounded;
    }
}
