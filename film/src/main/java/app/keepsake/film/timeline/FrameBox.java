package app.keepsake.film.timeline;

/**
 * A rectangle in a picture, in fractions of the upright picture: (0, 0) is the top left corner, (1, 1) the bottom right.
 *
 * @param x left edge
 * @param y top edge
 * @param width at least 0
 * @param height at least 0
 */
public record FrameBox(double x, double y, double width, double height) {
    public static final FrameBox WHOLE = new FrameBox(0, 0, 1, 1);

    public FrameBox {
        if (!(width >= 0 && height >= 0 && Double.isFinite(x + y + width + height))) {
            throw new IllegalArgumentException(
                    "A box needs finite edges and a size of at least 0, found %s, %s, %s x %s."
                            .formatted(x, y, width, height));
        }
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    /** Whether the other box lies inside this one, up to a billionth. */
    public boolean contains(FrameBox other) {
        double slack = 1e-9;
        return other.x >= x - slack
                && other.y >= y - slack
                && other.right() <= right() + slack
                && other.bottom() <= bottom() + slack;
    }

    /** The smallest box around both. */
    public FrameBox union(FrameBox other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new FrameBox(
                left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** Where in a window it lies, in fractions of the window. */
    public FrameBox seenIn(FrameBox window) {
        return new FrameBox(
                (x - window.x) / window.width,
                (y - window.y) / window.height,
                width / window.width,
                height / window.height);
    }

    /** The part that both share; a box without area where they do not meet. */
    public FrameBox intersection(FrameBox other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        return new FrameBox(
                left,
                top,
                Math.max(0, Math.min(right(), other.right()) - left),
                Math.max(0, Math.min(bottom(), other.bottom()) - top));
    }
}
