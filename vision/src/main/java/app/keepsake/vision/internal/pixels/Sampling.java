package app.keepsake.vision.internal.pixels;

import app.keepsake.media.RgbImage;

/** Samples of a picture between its pixels. */
public final class Sampling {
    private Sampling() {}

    /**
     * Adds the bilinear sample at a place counted from the centre of the first pixel; beyond the picture's edge its border
     * repeats.
     *
     * @param sum of red, green and blue, 0 to 255 each
     */
    public static void add(RgbImage image, double x, double y, float[] sum) {
        double left = Math.clamp(x, 0, image.width() - 1);
        double top = Math.clamp(y, 0, image.height() - 1);
        int x0 = (int) left;
        int y0 = (int) top;
        float fx = (float) (left - x0);
        float fy = (float) (top - y0);
        int right = x0 + 1 < image.width() ? 3 : 0;
        int below = y0 + 1 < image.height() ? image.width() * 3 : 0;
        byte[] pixels = image.pixels();
        int at = (y0 * image.width() + x0) * 3;
        for (int channel = 0; channel < 3; channel++, at++) {
            float upper = (pixels[at] & 0xFF) * (1 - fx) + (pixels[at + right] & 0xFF) * fx;
            float lower = (pixels[at + below] & 0xFF) * (1 - fx) + (pixels[at + below + right] & 0xFF) * fx;
            sum[channel] += upper * (1 - fy) + lower * fy;
        }
    }
}
