package app.keepsake.film.internal.picture;

/**
 * Rounds by a threshold that changes from pixel to pixel, so that soft gradients show no bands.
 * The thresholds are those of Bayer: An optimum method for two-level rendition of continuous-tone pictures, 1973.
 */
final class Dither {
    private static final int SIDE = 8;
    private static final float[] THRESHOLDS = new float[SIDE * SIDE];

    static {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int level = 0;
                for (int bit = 0; bit < 3; bit++) {
                    int across = x >> bit & 1;
                    int down = y >> bit & 1;
                    level = level << 2 | (across ^ down) << 1 | down;
                }
                THRESHOLDS[y * SIDE + x] = (level + 0.5f) / (SIDE * SIDE);
            }
        }
    }

    private Dither() {}

    /** A value of 0 to 255 as a byte; whole numbers stay what they are. */
    static byte rounded(double value, int x, int y) {
        double up = value + THRESHOLDS[(y & SIDE - 1) * SIDE + (x & SIDE - 1)];
        return (byte) (int) Math.clamp(up, 0, 255);
    }
}
