package app.keepsake.film.internal.transition;

/** No transition: the next picture stands there at once. */
record Cut() implements TransitionEffect {
    @Override
    public void draw(TransitionFrame between, byte[] out, int top, int bottom) {
        byte[] seen = (showsFirst(between.progress(), between.cut()) ? between.first() : between.second()).pixels();
        int row = 3 * between.width();
        System.arraycopy(seen, row * top, out, row * top, row * (bottom - top));
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
