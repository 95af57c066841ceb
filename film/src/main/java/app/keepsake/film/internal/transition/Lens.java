package app.keepsake.film.internal.transition;

import app.keepsake.media.RgbImage;

/** Reads a frame larger, smaller or moved, between pixels; beyond its edges it is mirrored. */
final class Lens {
    private Lens() {}

    /**
     * Adds a row of a frame, seen through a lens, to sums.
     *
     * @param scale how much larger it is seen
     * @param centreX the point of the frame, in pixels, that is seen in {@code atX}
     * @param weight of what is added
     */
    static void add(
            RgbImage frame,
            int y,
            double scale,
            double centreX,
            double centreY,
            double atX,
            double atY,
            float weight,
            float[] sums) {
        int w = frame.width();
        double sourceY = mirrored(centreY + (y - atY) / scale, frame.height() - 1);
        int row = Math.min((int) sourceY, frame.height() - 2);
        float down = (float) (sourceY - row);
        byte[] p = frame.pixels();
        int above = 3 * row * w;
        int below = above + 3 * w;
        double step = 1 / scale;
        double source = centreX - atX * step;
        for (int x = 0; x < w; x++, source += step) {
            double m = mirrored(source, w - 1);
            int column = Math.min((int) m, w - 2);
            float across = (float) (m - column);
            int i = 3 * column;
            for (int c = 0; c < 3; c++, i++) {
                float a = (p[above + i] & 0xFF) + across * ((p[above + i + 3] & 0xFF) - (p[above + i] & 0xFF));
                float b = (p[below + i] & 0xFF) + across * ((p[below + i + 3] & 0xFF) - (p[below + i] & 0xFF));
                sums[3 * x + c] += weight * (a + down * (b - a));
            }
        }
    }

    private static double mirrored(double value, double last) {
        double v = Math.abs(value);
        return v <= last ? v : Math.clamp(2 * last - v, 0, last);
    }

    /** Writes sums as a row of a frame, and clears them. */
    static void store(float[] sums, byte[] out, int at) {
        for (int i = 0; i < sums.length; i++) {
            out[at + i] = (byte) (int) (Math.min(255, sums[i]) + 0.5f);
            sums[i] = 0;
        }
    }
}
