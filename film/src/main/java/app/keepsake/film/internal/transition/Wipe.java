package app.keepsake.film.internal.transition;

import app.keepsake.film.timeline.Transition.Heading;

/** A soft edge runs across the frame and leaves the next picture behind it. */
record Wipe() implements TransitionEffect {
    /** Width of the edge, in frames. */
    private static final double SOFTNESS = 0.22;

    @Override
    public void draw(TransitionFrame between, byte[] out, int top, int bottom) {
        int w = between.width();
        int h = between.height();
        boolean across = between.heading() == Heading.LEFT || between.heading() == Heading.RIGHT;
        double edge = between.eased() * (1 + SOFTNESS) - SOFTNESS;
        int length = across ? w : h;
        int[] share = new int[length];
        for (int i = 0; i < length; i++) {
            boolean back = between.heading() == Heading.LEFT || between.heading() == Heading.UP;
            double at = (back ? length - 1 - i : i) / (double) length;
            double t = Math.clamp((edge + SOFTNESS - at) / SOFTNESS, 0, 1);
            share[i] = (int) Math.round(256 * TransitionFrame.eased(t));
        }
        byte[] a = between.first().pixels();
        byte[] b = between.second().pixels();
        for (int y = top; y < bottom; y++) {
            if (!across) {
                Mixing.mix(a, b, out, share[y], 3 * w * y, 3 * w * (y + 1));
                continue;
            }
            for (int x = 0; x < w; x++) {
                int p = 3 * (y * w + x);
                int s = share[x];
                for (int c = p; c < p + 3; c++) {
                    out[c] = (byte) (((a[c] & 0xFF) * (256 - s) + (b[c] & 0xFF) * s + 128) >> 8);
                }
            }
        }
    }
}
