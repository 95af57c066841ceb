package app.keepsake.training.internal.data;

import app.keepsake.media.RgbImage;

/**
 * A colour picture, {@code [height, width, 3]}, red first, one byte a channel.
 */
public record Pixels(int width, int height, byte[] rgb) {
    /** Halves both extents by averaging 2x2 blocks; an odd last row or column is dropped. */
    public Pixels halved() {
        int w = width / 2;
        int h = height / 2;
        byte[] half = new byte[w * h * 3];
        int row = width * 3;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int from = 2 * y * row + 6 * x;
                for (int c = 0; c < 3; c++, from++) {
                    int sum = at(from) + at(from + 3) + at(from + row) + at(from + row + 3);
                    half[(y * w + x) * 3 + c] = (byte) ((sum + 2) / 4);
                }
            }
        }
        return new Pixels(w, h, half);
    }

    /** For detectors; shares the bytes. */
    public RgbImage image() {
        return new RgbImage(width, height, rgb);
    }

    /** Left and right exchanged. */
    public Pixels mirrored() {
        byte[] out = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i += 3) {
            int x = i / 3 % width;
            int to = (i / 3 - x + width - 1 - x) * 3;
            System.arraycopy(rgb, i, out, to, 3);
        }
        return new Pixels(width, height, out);
    }

    /** Channel value 0-255 at an index of {@link #rgb}. */
    public int at(int index) {
        return rgb[index] & 255;
    }

    /**
     * Scales by a factor: averages while at least half the size is wanted, then interpolates linearly.
     */
    public Pixels scaled(double factor) {
        Pixels from = this;
        double left = factor;
        while (left <= 0.5 && from.width >= 4 && from.height >= 4) {
            from = from.halved();
            left *= 2;
        }
        int w = Math.max(1, (int) Math.round(width * factor));
        int h = Math.max(1, (int) Math.round(height * factor));
        if (w == from.width && h == from.height) {
            return from;
        }
        byte[] out = new byte[w * h * 3];
        double sx = (double) from.width / w;
        double sy = (double) from.height / h;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                from.sample((x + 0.5) * sx - 0.5, (y + 0.5) * sy - 0.5, out, (y * w + x) * 3);
            }
        }
        return new Pixels(w, h, out);
    }

    void sample(double px, double py, byte[] out, int at) {
        double cx = Math.clamp(px, 0, width - 1);
        double cy = Math.clamp(py, 0, height - 1);
        int x0 = Math.min((int) cx, Math.max(0, width - 2));
        int y0 = Math.min((int) cy, Math.max(0, height - 2));
        int right = width > 1 ? 3 : 0;
        int down = height > 1 ? width * 3 : 0;
        double fx = cx - x0;
        double fy = cy - y0;
        int from = (y0 * width + x0) * 3;
        for (int c = 0; c < 3; c++, from++) {
            double top = at(from) + fx * (at(from + right) - at(from));
            double bottom = at(from + down) + fx * (at(from + down + right) - at(from + down));
            out[at + c] = (byte) Math.round(top + fy * (bottom - top));
        }
    }
}
