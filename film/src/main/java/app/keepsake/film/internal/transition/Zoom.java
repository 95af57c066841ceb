package app.keepsake.film.internal.transition;

/** Through the picture: it comes nearer ever faster, and the next one arrives from afar and comes to rest. */
record Zoom() implements TransitionEffect {
    private static final double NEAREST = 2.2;
    private static final double FARTHEST = 0.55;
    /** Shares of one frame's motion at which the open shutter is sampled. */
    private static final double[] SHUTTER = {-0.3, -0.1, 0.1, 0.3};

    @Override
    public void draw(TransitionFrame between, byte[] out, int top, int bottom) {
        double t = between.progress();
        float share = (float) TransitionFrame.eased(Math.clamp((t - 0.35) / 0.3, 0, 1));
        double x = between.width() / 2.0;
        double y = between.height() / 2.0;
        float[] sums = new float[3 * between.width()];
        for (int row = top; row < bottom; row++) {
            for (double open : SHUTTER) {
                double then = Math.clamp(t + open / Math.max(1, between.frames()), 0, 1);
                double eased = TransitionFrame.eased(then);
                if (share < 1) {
                    double scale = Math.pow(NEAREST, eased * 2 * Math.min(1, eased));
                    Lens.add(between.first(), row, scale, x, y, x, y, (1 - share) / SHUTTER.length, sums);
                }
                if (share > 0) {
                    double rest = 1 - eased;
                    double scale = Math.pow(FARTHEST, rest * 2 * Math.min(1, rest));
                    Lens.add(between.second(), row, scale, x, y, x, y, share / SHUTTER.length, sums);
                }
            }
            Lens.store(sums, out, 3 * row * between.width());
        }
    }
}
