package app.keepsake.film.internal.transition;

import app.keepsake.film.timeline.Transition.Heading;

/** The next picture slides over the one before, which gives way more slowly and darkens. */
record Slide() implements TransitionEffect {
    private static final double GIVES_WAY = 0.3;
    private static final double DARKENS = 0.45;
    /** Width of the shadow that runs before the edge, in frames. */
    private static final double SHADOW = 0.03;

    @Override
    public void draw(TransitionFrame between, byte[] out, int top, int bottom) {
        double t = TransitionFrame.snapped(between.progress());
        int w = between.width();
        int h = between.height();
        boolean across = between.heading() == Heading.LEFT || between.heading() == Heading.RIGHT;
        boolean back = between.heading() == Heading.RIGHT || between.heading() == Heading.DOWN;
        int length = across ? w : h;
        int covered = (int) Math.round(length * t);
        int shift = (int) Math.round(length * GIVES_WAY * t);
        int light = (int) Math.round(256 * (1 - DARKENS * t));
        byte[] a = between.first().pixels();
        byte[] b = between.second().pixels();
        int shadow = Math.max(1, (int) (SHADOW * length));
        for (int y = top; y < bottom; y++) {
            int alongY = back ? h - 1 - y : y;
            for (int x = 0; x < w; x++) {
                int along = across ? (back ? w - 1 - x : x) : alongY;
                boolean second = along >= length - covered;
                int from = second ? along - (length - covered) : along + shift;
                int source = back ? length - 1 - from : from;
                int s = 3 * (across ? y * w + source : source * w + x);
                int p = 3 * (y * w + x);
                if (second) {
                    out[p] = b[s];
                    out[p + 1] = b[s + 1];
                    out[p + 2] = b[s + 2];
                } else {
                    int near = length - covered - along;
                    int k = covered > 0 && near < shadow ? light * (shadow + near) / (2 * shadow) : light;
                    out[p] = (byte) (((a[s] & 0xFF) * k) >> 8);
                    out[p + 1] = (byte) (((a[s + 1] & 0xFF) * k) >> 8);
                    out[p + 2] = (byte) (((a[s + 2] & 0xFF) * k) >> 8);
                }
            }
        }
    }
}
