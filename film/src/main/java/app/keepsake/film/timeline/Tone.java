package app.keepsake.film.timeline;

/**
 * How a photo is developed before the film's look: with the others of its scene it is to look as if taken by one camera.
 *
 * @param gamma exponent of its values: below 1 middle tones get lighter; black and white stay what they are
 * @param red gain of red
 * @param blue gain of blue
 */
public record Tone(double gamma, double red, double blue) {
    /** As it is. */
    public static final Tone NONE = new Tone(1, 1, 1);
}
