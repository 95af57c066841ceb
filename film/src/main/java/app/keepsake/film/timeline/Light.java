package app.keepsake.film.timeline;

/**
 * How a picture is lit, as measured on a small copy: values of light from 0, black, to 1, white, as they are stored.
 *
 * @param dark below which a tenth of the picture lies
 * @param middle below which half of it lies
 * @param bright below which all but a hundredth lies
 * @param red mean of what is nearly grey in it, in parts of that of green
 * @param blue the same
 */
public record Light(double dark, double middle, double bright, double red, double blue) {}
