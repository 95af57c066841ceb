package app.keepsake.vision.internal.quality;

import app.keepsake.media.RgbImage;

/** D. Hasler and S. Süsstrunk, "Measuring colourfulness in natural images", 2003. */
public final class Colourfulness {
    private Colourfulness() {}

    /** 0 grey, 15 slightly, 45 quite, 82 highly colourful, up to about 180. */
    public static double of(RgbImage image) {
        byte[] pixels = image.pixels();
        double sumA = 0;
        double sumB = 0;
        double squareA = 0;
        double squareB = 0;
        for (int p = 0; p < pixels.length; p += 3) {
            int red = pixels[p] & 0xFF;
            int green = pixels[p + 1] & 0xFF;
            int blue = pixels[p + 2] & 0xFF;
            double a = red - green;
            double b = (red + green) / 2.0 - blue;
            sumA += a;
            sumB += b;
            squareA += a * a;
            squareB += b * b;
        }
        int n = pixels.length / 3;
        double meanA = sumA / n;
        double meanB = sumB / n;
        double deviation = Math.sqrt(Math.max(0, squareA / n - meanA * meanA + squareB / n - meanB * meanB));
        return deviation + 0.3 * Math.hypot(meanA, meanB);
    }
}
