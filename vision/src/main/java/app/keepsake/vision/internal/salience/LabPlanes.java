package app.keepsake.vision.internal.salience;

import app.keepsake.media.RgbImage;

/**
 * A small picture in CIE L*a*b* (CIE 15, white D65), in which equal distances look about equally large, with sums that
 * tell the mean of any rectangle at once (Crow, 1984).
 */
final class LabPlanes {
    private static final int CHANNELS = 3;
    private static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double v = i / 255.0;
            LINEAR[i] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        }
    }

    final int width;
    final int height;
    private final double[] sums;

    LabPlanes(RgbImage image) {
        width = image.width();
        height = image.height();
        sums = new double[CHANNELS * (width + 1) * (height + 1)];
        double[] lab = new double[CHANNELS];
        int stride = CHANNELS * (width + 1);
        for (int y = 0; y < height; y++) {
            double[] row = new double[CHANNELS];
            for (int x = 0; x < width; x++) {
                lab(image.pixels(), CHANNELS * (y * width + x), lab);
                int at = (y + 1) * stride + CHANNELS * (x + 1);
                for (int c = 0; c < CHANNELS; c++) {
                    row[c] += lab[c];
                    sums[at + c] = sums[at - stride + c] + row[c];
                }
            }
        }
    }

    private static void lab(byte[] pixels, int at, double[] out) {
        double r = LINEAR[pixels[at] & 0xFF];
        double g = LINEAR[pixels[at + 1] & 0xFF];
        double b = LINEAR[pixels[at + 2] & 0xFF];
        double x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        double y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
        out[0] = 116 * y - 16;
        out[1] = 500 * (x - y);
        out[2] = 200 * (y - z);
    }

    private static double curve(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    /** The mean colour of a rectangle, of which what lies outside the picture is left out. */
    void mean(int left, int top, int right, int bottom, double[] out) {
        int x0 = Math.clamp(left, 0, width - 1);
        int y0 = Math.clamp(top, 0, height - 1);
        int x1 = Math.clamp(right, x0 + 1, width);
        int y1 = Math.clamp(bottom, y0 + 1, height);
        int stride = CHANNELS * (width + 1);
        double count = (double) (x1 - x0) * (y1 - y0);
        for (int c = 0; c < CHANNELS; c++) {
            double sum = sums[y1 * stride + CHANNELS * x1 + c]
                    - sums[y0 * stride + CHANNELS * x1 + c]
                    - sums[y1 * stride + CHANNELS * x0 + c]
                    + sums[y0 * stride + CHANNELS * x0 + c];
            out[c] = sum / count;
        }
    }

    static double distance(double[] a, double[] b) {
        double l = a[0] - b[0];
        double u = a[1] - b[1];
        double v = a[2] - b[2];
        return Math.sqrt(l * l + u * u + v * v);
    }
}
