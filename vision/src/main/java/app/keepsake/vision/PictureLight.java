package app.keepsake.vision;

import app.keepsake.media.RgbImage;

/**
 * How a picture is lit; light is told from 0, black, to 1, white, as it is stored.
 *
 * @param dark below which a tenth of the picture lies
 * @param middle below which half of it lies
 * @param bright below which all but a hundredth lies
 * @param red mean of what is nearly grey in it, in parts of that of green: 1 where next to nothing is
 * @param blue the same
 */
public record PictureLight(double dark, double middle, double bright, double red, double blue) {
    private static final int LEVELS = 256;
    /** What is nearly grey has colours that differ by so much of their mean at most. */
    private static final double GREY = 0.28;
    /** With less of the picture nearly grey, nothing is known of the light's colour. */
    private static final double FEWEST_GREY = 0.08;

    private static final int DARKEST_GREY = 40;
    private static final int BRIGHTEST_GREY = 235;

    /** Measures a picture; a hundred pixels of its longer side are enough. */
    public static PictureLight of(RgbImage image) {
        int[] histogram = new int[LEVELS];
        byte[] pixels = image.pixels();
        double red = 0;
        double green = 0;
        double blue = 0;
        int grey = 0;
        for (int p = 0; p < pixels.length; p += 3) {
            int r = pixels[p] & 0xFF;
            int g = pixels[p + 1] & 0xFF;
            int b = pixels[p + 2] & 0xFF;
            int luma = (54 * r + 183 * g + 19 * b) >> 8;
            histogram[luma]++;
            int spread = Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
            if (luma > DARKEST_GREY && luma < BRIGHTEST_GREY && spread < GREY * luma) {
                red += r;
                green += g;
                blue += b;
                grey++;
            }
        }
        int count = pixels.length / 3;
        boolean known = grey >= FEWEST_GREY * count;
        return new PictureLight(
                level(histogram, 0.1 * count),
                level(histogram, 0.5 * count),
                level(histogram, 0.99 * count),
                known ? red / green : 1,
                known ? blue / green : 1);
    }

    private static double level(int[] histogram, double below) {
        double sum = 0;
        int level = 0;
        while (level < LEVELS - 1 && sum + histogram[level] < below) {
            sum += histogram[level++];
        }
        return level / (LEVELS - 1.0);
    }
}
