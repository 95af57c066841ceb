package app.keepsake.film.internal.picture;

/** Where a caption stands, the usual place first. */
public enum CaptionPlace {
    LOW_LEFT,
    LOW_RIGHT,
    HIGH_LEFT;

    boolean low() {
        return this != HIGH_LEFT;
    }

    boolean left() {
        return this != LOW_RIGHT;
    }
}
