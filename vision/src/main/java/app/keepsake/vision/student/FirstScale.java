package app.keepsake.vision.student;

import app.keepsake.media.RgbImage;

/** Brings a picture to the size of the pyramid's first scale. */
final class FirstScale {
    private FirstScale() {}

    /**
     * Writes the picture, (value - 128) / 128, averaging while it is more than twice too large and interpolating
     * linearly from there.
     *
     * @param at index in {@code target} of the top left pixel
     * @param row floats from a row of {@code target} to the next
     */
    static void fill(RgbImage picture, int width, int height, float[] target, int at, int row) {
        RgbImage from = picture;
        while (from.width() >= 2 * width && from.height() >= 2 * height) {
            from = halved(from);
        }
        int[] columns = new int[width];
        float[] shares = new float[width];
        places(from.width(), width, columns, shares);
        int[] rows = new int[height];
        float[] rowShares = new float[height];
        places(from.height(), height, rows, rowShares);
        int right = from.width() > 1 ? 3 : 0;
        int down = from.height() > 1 ? from.width() * 3 : 0;
        for (int x = 0; x < width; x++) {
            columns[x] *= 3;
        }
        int length = from.width() * 3;
        byte[] signed = new byte[length];
        float[] upper = new float[length];
        float[] lower = new float[length];
        for (int y = 0; y < height; y++) {
            int top = rows[y] * length;
            read(from.pixels(), top, signed, upper);
            read(from.pixels(), top + down, signed, lower);
            Zoom.blend(upper, lower, rowShares[y], length);
            Zoom.pick(upper, columns, shares, right, target, at + y * row);
        }
    }

    /** Reads a row as numbers from -1 to 1. The compiler turns each of these loops into vectors, but not all in one. */
    private static void read(byte[] p, int from, byte[] signed, float[] row) {
        System.arraycopy(p, from, signed, 0, signed.length);
        for (int i = 0; i < signed.length; i++) {
            signed[i] ^= (byte) 128;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = signed[i];
        }
        for (int i = 0; i < row.length; i++) {
            row[i] *= 1 / 128f;
        }
    }

    /** For each place the pixel before it, and the next pixel's share. */
    private static void places(int from, int to, int[] index, float[] share) {
        for (int i = 0; i < to; i++) {
            double at = Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1);
            index[i] = Math.min((int) at, Math.max(0, from - 2));
            share[i] = (float) (at - index[i]);
        }
    }

    private static RgbImage halved(RgbImage image) {
        int w = image.width() / 2;
        int h = image.height() / 2;
        byte[] p = image.pixels();
        byte[] half = new byte[w * h * 3];
        int row = image.width() * 3;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int from = 2 * y * row + 6 * x;
                int to = (y * w + x) * 3;
                for (int c = 0; c < 3; c++, from++) {
                    int sum = (p[from] & 255) + (p[from + 3] & 255) + (p[from + row] & 255) + (p[from + row + 3] & 255);
                    half[to + c] = (byte) ((sum + 2) >> 2);
                }
            }
        }
        return new RgbImage(w, h, half);
    }
}
