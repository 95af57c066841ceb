package app.keepsake.film.internal.transition;

import app.keepsake.film.timeline.Transition.Heading;

/** A fast pan from one picture to the next beside it, blurred along the way as a shutter that is open half the time. */
record Whip() implements TransitionEffect {
    private static final double SHUTTER = 0.6;

    @Override
    public void draw(TransitionFrame between, byte[] out, int top, int bottom) {
        int w = between.width();
        double t = between.progress();
        double step = 0.5 / Math.max(1, between.frames());
        double position = w * TransitionFrame.snapped(t);
        double speed =
                w * (TransitionFrame.snapped(Math.min(1, t + step)) - TransitionFrame.snapped(Math.max(0, t - step)));
        int blur = Math.max(1, (int) Math.round(SHUTTER * speed));
        boolean back = between.heading() == Heading.RIGHT || between.heading() == Heading.DOWN;
        byte[] left = (back ? between.second() : between.first()).pixels();
        byte[] right = (back ? between.first() : between.second()).pixels();
        int start = (int) Math.round(back ? w - position : position) - blur / 2;
        int[] sums = new int[3 * (w + blur + 1)];
        for (int y = top; y < bottom; y++) {
            int row = 3 * y * w;
            for (int i = 0; i < w + blur; i++) {
                int x = Math.clamp(start + i, 0, 2 * w - 1);
                byte[] from = x < w ? left : right;
                int s = row + 3 * (x < w ? x : x - w);
                sums[3 * i + 3] = sums[3 * i] + (from[s] & 0xFF);
                sums[3 * i + 4] = sums[3 * i + 1] + (from[s + 1] & 0xFF);
                sums[3 * i + 5] = sums[3 * i + 2] + (from[s + 2] & 0xFF);
            }
            for (int i = 0; i < 3 * w; i++) {
                out[row + i] = (byte) ((sums[i + 3 * blur] - sums[i] + blur / 2) / blur);
            }
        }
    }
}
