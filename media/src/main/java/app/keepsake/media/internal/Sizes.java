package app.keepsake.media.internal;

/**
 * Width and height in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Sizes(int width, int height) {
    /** The same shape with a longer side of at most {@code longSide}; never larger than this. */
    public Sizes within(int longSide) {
        int longer = Math.max(width, height);
        if (longer <= longSide) {
            return this;
        }
        double scale = (double) longSide / longer;
        return new Sizes(Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }

    /** Width and height exchanged if asked. */
    public Sizes swapped(boolean swap) {
        return swap ? new Sizes(height, width) : this;
    }
}
