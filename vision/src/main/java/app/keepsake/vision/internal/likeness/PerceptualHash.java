package app.keepsake.vision.internal.likeness;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.pixels.AreaScaling;
import app.keepsake.vision.internal.pixels.GreyPlane;
import java.util.Arrays;

/**
 * A DCT hash after pHash (C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010): the
 * picture at 32 x 32, a bit for each of the 64 lowest frequencies that says whether it is above their median. The
 * frequencies are the triangle next to the mean and not pHash's square, whose far corner turns over with a small shift.
 */
public final class PerceptualHash {
    private static final int SIZE = 32;
    private static final int KEPT = 11;
    private static final int[] LOWEST = lowestFrequencies();
    private static final CosineTransform TRANSFORM = new CosineTransform(SIZE, KEPT);

    private PerceptualHash() {}

    public static long of(RgbImage image) {
        float[] grey = GreyPlane.of(AreaScaling.toSize(image, SIZE, SIZE)).values();
        double[] square = new double[grey.length];
        for (int i = 0; i < grey.length; i++) {
            square[i] = grey[i];
        }
        double[] frequencies = TRANSFORM.lowest(square);
        double[] used = Arrays.stream(LOWEST).mapToDouble(i -> frequencies[i]).toArray();
        double[] sorted = used.clone();
        Arrays.sort(sorted);
        double median = (sorted[31] + sorted[32]) / 2;
        long hash = 0;
        for (int i = 0; i < Long.SIZE; i++) {
            hash |= used[i] > median ? 1L << i : 0;
        }
        return hash;
    }

    /** Places of the 64 frequencies with the smallest sum of waves across and down, the mean left out. */
    private static int[] lowestFrequencies() {
        int[] places = new int[Long.SIZE];
        int n = 0;
        for (int sum = 1; n < places.length; sum++) {
            for (int down = 0; down <= sum && n < places.length; down++) {
                places[n++] = down * KEPT + sum - down;
            }
        }
        return places;
    }
}
