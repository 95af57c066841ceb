package app.keepsake.vision.internal.quality;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.PhotoQuality;
import app.keepsake.vision.internal.pixels.AreaScaling;
import app.keepsake.vision.internal.pixels.GreyPlane;
import java.util.List;
import java.util.OptionalDouble;

/** Takes the measures of {@link PhotoQuality} at one size, so that photos of any resolution compare. */
public final class QualityMeasure {
    /** Length of the longer side at which everything is measured, pixels. */
    public static final int LONG_SIDE = 512;
    /** Edges softer than this at {@link #LONG_SIDE} look blurred on a screen; see docs/decisions. */
    public static final double BLURRED_SIGMA = 1.05;

    private static final int BLACK = 6;
    private static final int WHITE = 252;

    private QualityMeasure() {}

    public static PhotoQuality of(RgbImage image, List<Face> faces) {
        RgbImage small = AreaScaling.toLongSide(image, LONG_SIDE);
        GreyPlane grey = GreyPlane.of(small);
        double scale = small.width() / (double) image.width();
        double sigma =
                sigma(grey, faces.stream().map(face -> face.scaled(scale)).toList());
        Light light = Light.of(small, grey);
        return new PhotoQuality(
                1 / (1 + Math.pow(sigma / BLURRED_SIGMA, 4)),
                light.mean(),
                light.crushed(),
                light.blown(),
                light.deviation(),
                Colourfulness.of(small));
    }

    /** Of the sharpest face that has enough edges to say, else of the picture. */
    private static double sigma(GreyPlane grey, List<Face> faces) {
        BlurEstimate blur = new BlurEstimate(grey);
        return faces.stream()
                .map(face -> aroundFace(blur, face))
                .flatMapToDouble(OptionalDouble::stream)
                .min()
                .orElseGet(() -> blur.sigma().orElse(BlurEstimate.LIMIT));
    }

    /** Hair and collar have the edges that skin lacks, so a fifth is added on every side. */
    private static OptionalDouble aroundFace(BlurEstimate blur, Face face) {
        double marginX = face.width() / 5;
        double marginY = face.height() / 5;
        return blur.sigma(
                (int) (face.x() - marginX), (int) (face.y() - marginY), (int) (face.x() + face.width() + marginX), (int)
                        (face.y() + face.height() + marginY));
    }

    private record Light(double mean, double deviation, double crushed, double blown) {
        static Light of(RgbImage image, GreyPlane grey) {
            double sum = 0;
            double squares = 0;
            int black = 0;
            for (float value : grey.values()) {
                sum += value;
                squares += value * value;
                black += value <= BLACK ? 1 : 0;
            }
            int n = grey.values().length;
            double mean = sum / n;
            double variance = Math.max(0, squares / n - mean * mean);
            return new Light(mean / 255, Math.sqrt(variance) / 255, black / (double) n, blown(image) / (double) n);
        }

        private static int blown(RgbImage image) {
            byte[] pixels = image.pixels();
            int white = 0;
            for (int p = 0; p < pixels.length; p += 3) {
                int brightest = Math.max(pixels[p] & 0xFF, Math.max(pixels[p + 1] & 0xFF, pixels[p + 2] & 0xFF));
                int darkest = Math.min(pixels[p] & 0xFF, Math.min(pixels[p + 1] & 0xFF, pixels[p + 2] & 0xFF));
                // A saturated red has a channel at its end too, without being overexposed.
                white += brightest >= WHITE && darkest >= WHITE / 2 ? 1 : 0;
            }
            return white;
        }
    }
}
