package app.keepsake.film.internal.picture;

import app.keepsake.film.timeline.FrameBox;

/** A soft shadow along a picture's edges, on what lies behind it. */
final class Shadow {
    private static final double DEPTH = 0.5;
    /** How far it reaches, in parts of the frame's longer side, to a third of its depth. */
    private static final double SOFTNESS = 0.022;

    private static final int STEPS = 256;
    /** Squared distance, in softnesses, beyond which there is none. */
    private static final double END = 6;

    private static final int[] KEPT = new int[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double fade = 1 - (double) i / STEPS;
            KEPT[i] = (int) Math.round(256 * (1 - DEPTH * Math.exp(-END * i / STEPS) * Math.min(1, 4 * fade)));
        }
    }

    private Shadow() {}

    /** Darkens some rows around the picture that a window shows. */
    static void draw(byte[] frame, FrameBox window, int width, int height, int top, int bottom) {
        double left = -window.x() / window.width() * width;
        double right = (1 - window.x()) / window.width() * width;
        double upper = -window.y() / window.height() * height;
        double lower = (1 - window.y()) / window.height() * height;
        double softness = SOFTNESS * Math.max(width, height);
        double reach = Math.sqrt(END) * softness;
        double scale = STEPS / (END * softness * softness);
        int from = Math.max(0, (int) Math.floor(left - reach));
        int to = Math.min(width, (int) Math.ceil(right + reach));
        for (int y = Math.max(top, (int) (upper - reach)); y < Math.min(bottom, (int) Math.ceil(lower + reach)); y++) {
            double dy = Math.max(0, Math.max(upper - y, y - lower));
            for (int x = from; x < to; x++) {
                if (dy == 0 && x > left && x < right) {
                    // What the picture covers needs none.
                    x = Math.min(to, (int) right);
                }
                double dx = Math.max(0, Math.max(left - x, x - right));
                double near = (dx * dx + dy * dy) * scale;
                if (near < STEPS && x < to) {
                    int keep = KEPT[(int) near];
                    int p = 3 * (y * width + x);
                    frame[p] = (byte) (((frame[p] & 0xFF) * keep) >> 8);
                    frame[p + 1] = (byte) (((frame[p + 1] & 0xFF) * keep) >> 8);
                    frame[p + 2] = (byte) (((frame[p + 2] & 0xFF) * keep) >> 8);
                }
            }
        }
    }
}
