package app.keepsake.vision.internal.pixels;

import app.keepsake.media.RgbImage;

/**
 * Reduction by area averaging: every output pixel is the mean of the input that it covers, so that nothing aliases.
 */
public final class AreaScaling {
    private static final int CHANNELS = 3;

    private AreaScaling() {}

    /** Reduces so that the longer side has at most {@code longSide} pixels; a smaller image is returned as it is. */
    public static RgbImage toLongSide(RgbImage image, int longSide) {
        int longer = Math.max(image.width(), image.height());
        if (longer <= longSide) {
            return image;
        }
        double scale = longSide / (double) longer;
        return toSize(image, Math.max(1, (int) Math.round(image.width() * scale)), Math.max(1, (int)
                Math.round(image.height() * scale)));
    }

    /** Scales to exactly this size, without keeping the proportions; enlarging repeats pixels. */
    public static RgbImage toSize(RgbImage image, int width, int height) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        Spans columns = Spans.of(image.width(), width);
        Spans rows = Spans.of(image.height(), height);
        byte[] out = new byte[Math.multiplyExact(width * CHANNELS, height)];
        float[] band = new float[image.width() * CHANNELS];
        for (int y = 0; y < height; y++) {
            sumRows(image, rows, y, band);
            writeRow(band, columns, rows.scale(), out, y * width * CHANNELS);
        }
        return new RgbImage(width, height, out);
    }

    private static void sumRows(RgbImage image, Spans rows, int y, float[] band) {
        java.util.Arrays.fill(band, 0);
        byte[] pixels = image.pixels();
        for (int row = rows.first(y); row <= rows.last(y); row++) {
            float weight = rows.weight(y, row);
            int offset = row * band.length;
            for (int i = 0; i < band.length; i++) {
                band[i] += weight * (pixels[offset + i] & 0xFF);
            }
        }
    }

    private static void writeRow(float[] band, Spans columns, float rowScale, byte[] out, int start) {
        float norm = rowScale * columns.scale();
        for (int x = 0; x < columns.count(); x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int column = columns.first(x); column <= columns.last(x); column++) {
                float weight = columns.weight(x, column);
                red += weight * band[column * CHANNELS];
                green += weight * band[column * CHANNELS + 1];
                blue += weight * band[column * CHANNELS + 2];
            }
            out[start + x * CHANNELS] = toByte(red * norm);
            out[start + x * CHANNELS + 1] = toByte(green * norm);
            out[start + x * CHANNELS + 2] = toByte(blue * norm);
        }
    }

    private static byte toByte(float value) {
        return (byte) Math.min(255, Math.round(value));
    }

    /** Which input samples an output sample covers, and how much of each; weights sum to {@code 1 / scale}. */
    private record Spans(int from, int count, double step) {
        static Spans of(int from, int count) {
            return new Spans(from, count, from / (double) count);
        }

        float scale() {
            return (float) (1 / step);
        }

        int first(int i) {
            return Math.min(from - 1, (int) (i * step));
        }

        int last(int i) {
            return Math.clamp((long) Math.ceil((i + 1) * step - 1e-9) - 1, first(i), from - 1);
        }

        float weight(int i, int sample) {
            return (float) Math.max(0, Math.min(sample + 1, (i + 1) * step) - Math.max(sample, i * step));
        }
    }
}
