package app.keepsake.catalog;

import java.time.Duration;
import java.util.Optional;

/**
 * How good an asset is to look at.
 *
 * @param overall 0 to 1
 * @param sharpness of the subject, 0 to 1; below 0.5 it counts as blurred
 * @param exposure 0 (black or burnt out) to 1 (well lit); below 0.25 it counts as badly exposed
 * @param colourfulness 0 (grey) to 1
 * @param composition how well the subject lies in the picture, 0 to 1
 * @param perceptualHash 64 bits; similar pictures differ in few of them
 * @param colours 63 bits: a colour layout after MPEG-7; 0 if unknown
 * @param bestSpan the part of a clip worth showing; of a photo, of its movement, where that is worth showing
 */
public record Quality(
        double overall,
        double sharpness,
        double exposure,
        double colourfulness,
        double composition,
        long perceptualHash,
        long colours,
        Optional<Span> bestSpan) {
    /** A part of a clip, or of a movement, from its beginning. */
    public record Span(Duration start, Duration end) {}
}
