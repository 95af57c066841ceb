package app.keepsake.vision.internal.likeness;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.pixels.AreaScaling;

/**
 * Colours and where they are, in one {@code long}, after the colour layout descriptor of MPEG-7 (ISO/IEC 15938-3) with
 * a quantisation of its own: the picture at 8 x 8 in YCbCr, its lowest frequencies, finer near zero. From the lowest
 * bit: 6 luma values (6, 5, 5, 5, 5, 5 bits), 3 of Cb and 3 of Cr (6, 5, 5 bits each).
 */
public final class ColourLayout {
    private static final int SIZE = 8;
    private static final CosineTransform TRANSFORM = new CosineTransform(SIZE, SIZE);
    private static final int[] ZIGZAG = {0, 1, 8, 16, 9, 2};
    private static final int LUMA = 6;
    private static final int CHROMA = 3;
    private static final int COUNT = LUMA + 2 * CHROMA;
    private static final double CHROMA_KNEE = 24;
    private static final double WAVE_KNEE = 120;
    private static final int[] BITS = {6, 5, 5, 5, 5, 5, 6, 5, 5, 6, 5, 5};
    /** As in the standard's matching: low frequencies weigh more, and red differences the most. */
    private static final int[] WEIGHT = {2, 2, 2, 1, 1, 1, 2, 1, 1, 4, 2, 2};

    private ColourLayout() {}

    public static long of(RgbImage image) {
        byte[] pixels = AreaScaling.toSize(image, SIZE, SIZE).pixels();
        double[] luma = new double[SIZE * SIZE];
        double[] blue = new double[SIZE * SIZE];
        double[] red = new double[SIZE * SIZE];
        for (int i = 0, p = 0; i < luma.length; i++, p += 3) {
            double r = pixels[p] & 0xFF;
            double g = pixels[p + 1] & 0xFF;
            double b = pixels[p + 2] & 0xFF;
            luma[i] = 0.299 * r + 0.587 * g + 0.114 * b;
            blue[i] = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
            red[i] = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
        }
        int[] values = new int[COUNT];
        quantise(luma, values, 0, LUMA, false);
        quantise(blue, values, LUMA, CHROMA, true);
        quantise(red, values, LUMA + CHROMA, CHROMA, true);
        return pack(values);
    }

    /** Sum of the weighted Euclidean distances of luma, Cb and Cr. */
    public static double distance(long a, long b) {
        int[] left = unpack(a);
        int[] right = unpack(b);
        return part(left, right, 0, LUMA) + part(left, right, LUMA, CHROMA) + part(left, right, LUMA + CHROMA, CHROMA);
    }

    private static double part(int[] a, int[] b, int start, int count) {
        double sum = 0;
        for (int i = start; i < start + count; i++) {
            sum += WEIGHT[i] * (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static void quantise(double[] plane, int[] values, int start, int count, boolean chroma) {
        double[] frequencies = TRANSFORM.lowest(plane);
        // The orthonormal transform's zero frequency is eight times the mean.
        double mean = frequencies[0] / SIZE;
        values[start] = chroma ? 32 + compress(mean - 128, CHROMA_KNEE, 31) : (int) Math.min(63, mean / 4);
        for (int i = 1; i < count; i++) {
            values[start + i] = 16 + compress(frequencies[ZIGZAG[i]], WAVE_KNEE, 15);
        }
    }

    /** Steps that grow with the value: linear far below the knee, level far above it. */
    private static int compress(double value, double knee, int limit) {
        double size = Math.abs(value);
        return (int) Math.round(Math.signum(value) * limit * size / (size + knee));
    }

    private static long pack(int[] values) {
        long packed = 0;
        int shift = 0;
        for (int i = 0; i < COUNT; i++) {
            packed |= (long) values[i] << shift;
            shift += BITS[i];
        }
        return packed;
    }

    private static int[] unpack(long packed) {
        int[] values = new int[COUNT];
        int shift = 0;
        for (int i = 0; i < COUNT; i++) {
            values[i] = (int) (packed >>> shift) & ((1 << BITS[i]) - 1);
            shift += BITS[i];
        }
        return values;
    }
}
