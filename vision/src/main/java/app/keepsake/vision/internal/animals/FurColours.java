package app.keepsake.vision.internal.animals;

import app.keepsake.media.RgbImage;

/** How often each colour is seen in the middle of a picture, where an animal's fur is rather than what is around it. */
public final class FurColours {
    /** Steps of red, green and blue. */
    private static final int STEPS = 4;

    private static final double BORDER = 0.15;

    private FurColours() {}

    /**
     * @param animal its box alone
     * @return {@code [64]}, roots of parts of the picture, so that the length is 1
     */
    public static float[] of(RgbImage animal) {
        int left = (int) (animal.width() * BORDER);
        int top = (int) (animal.height() * BORDER);
        int width = Math.max(1, animal.width() - 2 * left);
        int height = Math.max(1, animal.height() - 2 * top);
        float[] seen = new float[STEPS * STEPS * STEPS];
        byte[] pixels = animal.pixels();
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int at = 3 * (y * animal.width() + x);
                seen[(step(pixels[at]) * STEPS + step(pixels[at + 1])) * STEPS + step(pixels[at + 2])]++;
            }
        }
        for (int i = 0; i < seen.length; i++) {
            seen[i] = (float) Math.sqrt(seen[i] / ((double) width * height));
        }
        return seen;
    }

    private static int step(byte value) {
        return (value & 0xFF) * STEPS / 256;
    }
}
