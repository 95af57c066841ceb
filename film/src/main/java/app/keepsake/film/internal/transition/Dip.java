package app.keepsake.film.internal.transition;

/** Down to black, and up again from it; black at the cut itself. */
record Dip() implements TransitionEffect {
    @Override
    public void draw(TransitionFrame between, byte[] out, int top, int bottom) {
        double t = between.progress();
        double cut = between.cut();
        boolean before = showsFirst(t, cut);
        double light = before ? 1 - t / cut : (t - cut) / (1 - cut);
        int brightness = (int) Math.round(256 * TransitionFrame.eased(Math.clamp(light, 0, 1)));
        int row = 3 * between.width();
        Mixing.dim((before ? between.first() : between.second()).pixels(), out, brightness, row * top, row * bottom);
    }

    @Override
    public boolean showsFirst(double progress, double cut) {
        return progress < cut;
    }

    @Override
    public boolean showsSecond(double progress, double cut) {
        return progress >= cut;
    }
}
