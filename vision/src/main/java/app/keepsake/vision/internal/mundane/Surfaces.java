package app.keepsake.vision.internal.mundane;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.pixels.GreyPlane;
import app.keepsake.vision.internal.quality.Colourfulness;

/**
 * How much of a picture is plain.
 *
 * @param flat share of its 8 x 8 blocks whose luma spans at most 4 of 255 levels
 * @param paper share of its pixels that are bright and without colour
 * @param colourfulness Hasler and Süsstrunk's measure
 */
public record Surfaces(double flat, double paper, double colourfulness) {
    private static final int BLOCK = 8;
    private static final float PLAIN = 4;

    public static Surfaces of(RgbImage image) {
        return new Surfaces(flat(GreyPlane.of(image)), paper(image.pixels()), Colourfulness.of(image));
    }

    private static double flat(GreyPlane grey) {
        int across = Math.max(1, grey.width() / BLOCK);
        int down = Math.max(1, grey.height() / BLOCK);
        int flat = 0;
        for (int by = 0; by < down; by++) {
            for (int bx = 0; bx < across; bx++) {
                flat += isFlat(grey, bx * BLOCK, by * BLOCK) ? 1 : 0;
            }
        }
        return flat / (double) (across * down);
    }

    private static boolean isFlat(GreyPlane grey, int left, int top) {
        float least = Float.MAX_VALUE;
        float most = 0;
        for (int y = top; y < Math.min(grey.height(), top + BLOCK); y++) {
            for (int x = left; x < Math.min(grey.width(), left + BLOCK); x++) {
                float value = grey.values()[y * grey.width() + x];
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most - least <= PLAIN;
    }

    private static double paper(byte[] pixels) {
        int count = 0;
        for (int p = 0; p < pixels.length; p += 3) {
            int red = pixels[p] & 0xFF;
            int green = pixels[p + 1] & 0xFF;
            int blue = pixels[p + 2] & 0xFF;
            int darkest = Math.min(red, Math.min(green, blue));
            int brightest = Math.max(red, Math.max(green, blue));
            count += darkest > 150 && brightest - darkest < 40 ? 1 : 0;
        }
        return count / (pixels.length / 3.0);
    }
}
