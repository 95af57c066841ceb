package app.keepsake.film.internal.picture;

/** Where a caption stands, the usual place first; the last four in two lines. */
public enum CaptionPlace {
    LOW_LEFT(true, true, false),
    LOW_RIGHT(true, false, false),
    HIGH_LEFT(false, true, false),
    HIGH_RIGHT(false, false, false),
    FOLDED_LOW_LEFT(true, true, true),
    FOLDED_LOW_RIGHT(true, false, true),
    FOLDED_HIGH_LEFT(false, true, true),
    FOLDED_HIGH_RIGHT(false, false, true);

    private final boolean low;
    private final boolean left;
    private final boolean folded;

    CaptionPlace(boolean low, boolean left, boolean folded) {
        this.low = low;
        this.left = left;
        this.folded = folded;
    }

    boolean low() {
        return low;
    }

    boolean left() {
        return left;
    }

    boolean folded() {
        return folded;
    }
}
