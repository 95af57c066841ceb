package app.keepsake.media.internal.photo;

/** What a picture's fourth channel means. */
enum Transparency {
    /** The colours are what they are, however little of them is seen. */
    STRAIGHT,
    /** The colours are as dark as little of them is seen. */
    MULTIPLIED,
    /** Nothing that is seen: a mask that a program keeps for itself. */
    NONE
}
