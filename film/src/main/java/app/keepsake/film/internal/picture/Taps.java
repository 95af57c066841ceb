package app.keepsake.film.internal.picture;

/**
 * For each pixel of one axis of the frame: which source pixels it is made of, and how much of each. The kernel is
 * Catmull-Rom, widened where the source has more pixels than the frame, so that a slow move neither steps nor shimmers.
 * Outside the source, {@code cover} falls from 1 to 0 within one pixel: an edge that moves smoothly.
 *
 * @see <a href="https://dl.acm.org/doi/10.1145/378456.378514">Mitchell, Netravali: Reconstruction filters in computer
 *     graphics</a>
 */
final class Taps {
    /** Weights of one pixel sum to this. */
    static final int ONE = 1 << 12;
    /** Photos are decoded to fit the closest window; up to this much further away four taps are enough. */
    private static final double MOST_UNWIDENED = 1.3;

    final int count;
    /** First source pixel of each frame pixel, already inside the source. */
    final int[] first;
    /** {@code count} weights for each frame pixel. */
    final int[] weights;
    /** The same weights, as the painter multiplies by them. */
    final float[] shares;
    /** Share of each frame pixel that lies on the source, 0 to 256. */
    final int[] cover;
    /** First frame pixel that shows any of the source, and the one after the last. */
    final int from;

    final int to;

    /**
     * @param pixels length of the frame's axis
     * @param source length of the picture's axis, pixels
     * @param start where the window begins, in fractions of the picture
     * @param extent how long it is
     */
    Taps(int pixels, int source, double start, double extent) {
        this(pixels, source, start, extent, 0, pixels);
    }

    /**
     * As above, of which only a part of the frame's axis is drawn.
     *
     * @param clipFrom first pixel to draw
     * @param clipTo the one after the last
     */
    Taps(int pixels, int source, double start, double extent, int clipFrom, int clipTo) {
        double scale = extent * source / pixels;
        double width = scale <= MOST_UNWIDENED ? 1 : scale;
        this.count = Math.min(source, (int) Math.ceil(4 * width - 1e-6));
        this.first = new int[pixels];
        this.weights = new int[pixels * count];
        this.cover = new int[pixels];
        double[] raw = new double[count];
        int low = pixels;
        int high = 0;
        for (int i = 0; i < pixels; i++) {
            double left = (start + extent * i / pixels) * source;
            double centre = left + scale / 2 - 0.5;
            double shown = Math.min(source, left + scale) - Math.max(0, left);
            cover[i] = (int) Math.round(256 * Math.clamp(shown / scale, 0, 1));
            if (i < clipFrom || i >= clipTo) {
                cover[i] = 0;
            }
            if (cover[i] > 0) {
                low = Math.min(low, i);
                high = i + 1;
            }
            int wanted = (int) Math.floor(centre - 2 * width) + 1;
            first[i] = Math.clamp(wanted, 0, source - count);
            fill(raw, wanted, centre, width, source, first[i]);
            quantise(raw, i * count);
        }
        this.shares = new float[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights[i];
        }
        this.from = Math.min(low, high);
        this.to = high;
    }

    /** Weights by distance; what falls outside the source belongs to its outermost pixel. */
    private void fill(double[] raw, int wanted, double centre, double width, int source, int begin) {
        java.util.Arrays.fill(raw, 0);
        int reach = (int) Math.ceil(4 * width - 1e-6);
        for (int k = 0; k < reach; k++) {
            int pixel = wanted + k;
            int inside = Math.clamp(Math.clamp(pixel, 0, source - 1) - begin, 0, count - 1);
            raw[inside] += kernel((pixel - centre) / width);
        }
    }

    /** Whole numbers that sum to {@link #ONE} exactly, so that an even colour stays what it is. */
    private void quantise(double[] raw, int at) {
        double sum = 0;
        for (double w : raw) {
            sum += w;
        }
        int total = 0;
        int largest = 0;
        for (int k = 0; k < count; k++) {
            weights[at + k] = (int) Math.round(raw[k] / sum * ONE);
            total += weights[at + k];
            if (weights[at + k] > weights[at + largest]) {
                largest = k;
            }
        }
        weights[at + largest] += ONE - total;
    }

    private static double kernel(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return 1 + x * x * (1.5 * x - 2.5);
        }
        return x < 2 ? 2 + x * (-4 + x * (2.5 - 0.5 * x)) : 0;
    }
}
