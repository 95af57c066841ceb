package app.keepsake.film.internal.transition;

/** One picture fades into the other. */
record Crossfade() implements TransitionEffect {
    @Override
    public void draw(TransitionFrame between, byte[] out, int top, int bottom) {
        int share = (int) Math.round(256 * between.eased());
        int row = 3 * between.width();
        Mixing.mix(between.first().pixels(), between.second().pixels(), out, share, row * top, row * bottom);
    }
}
