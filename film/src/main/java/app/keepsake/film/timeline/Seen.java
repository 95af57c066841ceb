package app.keepsake.film.timeline;

/**
 * What a look at a small copy of a photo tells.
 *
 * @param salience which parts of it are worth seeing
 * @param light how it is lit
 */
public record Seen(Salience salience, Light light) {}
