package app.keepsake.film.internal.picture;

import app.keepsake.media.RgbImage;

/** Soft pictures: three box blurs in a row, which come close to a Gaussian, done small and drawn large. */
final class Blur {
    private Blur() {}

    /** Averages whole blocks down to a size that is not larger than the picture. */
    static RgbImage shrink(RgbImage source, int width, int height) {
        byte[] out = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * source.height() / height);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * source.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * source.width() / width);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * source.width() / width));
                average(source, left, top, right, bottom, out, 3 * (y * width + x));
            }
        }
        return new RgbImage(width, height, out);
    }

    private static void average(RgbImage source, int left, int top, int right, int bottom, byte[] out, int at) {
        long r = 0;
        long g = 0;
        long b = 0;
        for (int y = top; y < bottom; y++) {
            for (int p = 3 * (y * source.width() + left); p < 3 * (y * source.width() + right); p += 3) {
                r += source.pixels()[p] & 0xFF;
                g += source.pixels()[p + 1] & 0xFF;
                b += source.pixels()[p + 2] & 0xFF;
            }
        }
        int count = (right - left) * (bottom - top);
        out[at] = (byte) (r / count);
        out[at + 1] = (byte) (g / count);
        out[at + 2] = (byte) (b / count);
    }

    /** Blurs a small picture. */
    static RgbImage soften(RgbImage image, int radius) {
        byte[] a = image.pixels().clone();
        byte[] b = new byte[a.length];
        int w = image.width();
        int h = image.height();
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < h; y++) {
                line(a, b, 3 * w * y, 3, w, radius);
            }
            for (int x = 0; x < w; x++) {
                line(b, a, 3 * x, 3 * w, h, radius);
            }
        }
        return new RgbImage(w, h, a);
    }

    private static void line(byte[] in, byte[] out, int base, int step, int count, int radius) {
        for (int c = 0; c < 3; c++) {
            int sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += in[base + c + step * Math.clamp(i, 0, count - 1)] & 0xFF;
            }
            for (int i = 0; i < count; i++) {
                out[base + c + step * i] = (byte) ((sum + radius) / (2 * radius + 1));
                sum += in[base + c + step * Math.min(count - 1, i + radius + 1)] & 0xFF;
                sum -= in[base + c + step * Math.max(0, i - radius)] & 0xFF;
            }
        }
    }
}
