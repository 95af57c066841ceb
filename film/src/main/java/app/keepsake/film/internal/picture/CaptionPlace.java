package app.keepsake.film.internal.picture;

/** Where a caption stands, the usual place first. */
public enum CaptionPlace {
    LOW_LEFT,
    LOW_RIGHT,
    HIGH_LEFT,
    HIGH_RIGHT;

    boolean low() {
        return this == LOW_LEFT || this == LOW_RIGHT;
    }

    boolean left() {
        return this == LOW_LEFT || this == HIGH_LEFT;
    }
}
