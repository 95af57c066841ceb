package app.keepsake.media;

/**
 * Size and frame rate of a movie.
 *
 * @param width pixels, even, 16 to 4096
 * @param height pixels, even, 16 to 4096
 * @param framesPerSecond numerator of the frame rate
 * @param perSeconds denominator of the frame rate: 1, or 1001 for the NTSC rates
 */
public record MovieFormat(int width, int height, int framesPerSecond, int perSeconds) {
    public MovieFormat {
        if (width < 16 || height < 16 || width > 4096 || height > 4096 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "A movie's width and height must be even and in [16, 4096], found %d x %d."
                            .formatted(width, height));
        }
        if (framesPerSecond < 1 || perSeconds < 1 || framesPerSecond > 240L * perSeconds) {
            throw new IllegalArgumentException(
                    "A movie's frame rate must be in (0, 240], found %d/%d.".formatted(framesPerSecond, perSeconds));
        }
    }

    /** A whole number of frames per second. */
    public MovieFormat(int width, int height, int framesPerSecond) {
        this(width, height, framesPerSecond, 1);
    }
}
