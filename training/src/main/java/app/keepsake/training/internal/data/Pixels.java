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
        return from.interpolated(w, h);
    }

    private Pixels interpolated(int w, int h) {
        byte[] out = new byte[w * h * 3];
        int[] columns = new int[w];
        float[] shares = new float[w];
        for (int x = 0; x < w; x++) {
            double at = Math.clamp((x + 0.5) * width / w - 0.5, 0, width - 1);
            columns[x] = Math.min((int) at, Math.max(0, width - 2)) * 3;
            shares[x] = (float) (at - columns[x] / 3);
        }
        int right = width > 1 ? 3 : 0;
        int down = height > 1 ? width * 3 : 0;
        for (int y = 0; y < h; y++) {
            double at = Math.clamp((y + 0.5) * height / h - 0.5, 0, height - 1);
            int row = Math.min((int) at, Math.max(0, height - 2));
            float fy = (float) (at - row);
            for (int x = 0, to = y * w * 3; x < w; x++) {
                int from = row * width * 3 + columns[x];
                float fx = shares[x];
                for (int c = 0; c < 3; c++, from++, to++) {
                    float top = at(from) + fx * (at(from + right) - at(from));
                    float bottom = at(from + down) + fx * (at(from + down + right) - at(from + down));
                    out[to] = (byte) (int) (top + fy * (bottom - top) + 0.5f);
                }
            }
        }
        return new Pixels(w, h, out);
    }
}
