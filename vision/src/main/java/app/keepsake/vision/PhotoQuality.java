package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.quality.QualityMeasure;
import java.util.List;

/**
 * How well a picture was taken, apart from what it shows. The measures do not depend on the picture's resolution.
 *
 * @param sharpness of the faces, else of the largest thing, else of the picture; 0 to 1, below 0.5 is {@linkplain #isBlurred()
 *     blurred}
 * @param brightness mean luma, 0 black to 1 white
 * @param crushed share of the pixels that are as good as black, 0 to 1
 * @param blown share of the pixels that are as good as white, 0 to 1
 * @param contrast standard deviation of luma, 0 to 0.5; a normal photo has 0.15 to 0.3
 * @param colourfulness Hasler and Süsstrunk's measure: 0 grey, 15 slightly, 45 quite, 82 highly colourful, up to about
 *     180
 */
public record PhotoQuality(
        double sharpness, double brightness, double crushed, double blown, double contrast, double colourfulness) {
    private static final double BLANK_CONTRAST = 0.035;

    /**
     * Measures a picture.
     *
     * @param image upright; about 512 pixels of long side are enough
     * @param faces of that image, in its pixels; their sharpness counts before the background's
     */
    public static PhotoQuality of(RgbImage image, List<Face> faces) {
        return of(image, faces, List.of());
    }

    /**
     * Measures a picture that is about a thing if there are no faces.
     *
     * @param objects of that image, in its pixels
     */
    public static PhotoQuality of(RgbImage image, List<Face> faces, List<DetectedObject> objects) {
        List<Face> subjects = faces.isEmpty() ? Composition.mainThing(objects, image) : faces;
        return QualityMeasure.of(image, subjects);
    }

    /** Whether shake or a missed focus show when the picture fills a screen. */
    public boolean isBlurred() {
        return sharpness < 0.5;
    }

    /** Whether there is next to nothing to see: a covered lens, a wall, a pocket. */
    public boolean isBlank() {
        return contrast < BLANK_CONTRAST;
    }

    /** Whether the picture is far too dark or far too bright to be shown. */
    public boolean isBadlyExposed() {
        return brightness < 0.06 || crushed > 0.75 || brightness > 0.94 || blown > 0.6;
    }

    /** How well lit: 1 for a good exposure, near 0 for a black or burnt-out picture. */
    public double exposure() {
        double middle = Math.max(0, 1 - 2.2 * Math.pow(Math.abs(brightness - 0.46), 1.5));
        return middle * (1 - 0.6 * Math.min(1, crushed + blown));
    }

    /** One number to order pictures of the same thing by, 0 to 1; higher is better. */
    public double score() {
        double spread = Math.min(1, contrast / 0.2);
        double colour = Math.min(1, colourfulness / 60);
        return sharpness * (0.55 * exposure() + 0.25 * spread + 0.2 * colour);
    }
}
