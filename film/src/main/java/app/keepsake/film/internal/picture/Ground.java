package app.keepsake.film.internal.picture;

import app.keepsake.media.RgbImage;

/**
 * What lies behind a layer: of a picture of the frame's size or a little larger, the part that is seen.
 *
 * @param image of the frame's size or larger
 * @param shift where in what is larger the frame lies sideways, 0 (left) to 1
 * @param shadow whether the picture before it casts one
 */
public record Ground(RgbImage image, double shift, boolean shadow) {
    /** Draws some rows of what is seen of it. */
    void draw(byte[] frame, int width, int height, int top, int bottom) {
        int left = (int) Math.round(shift * (image.width() - width));
        int above = (image.height() - height) / 2;
        for (int y = top; y < bottom; y++) {
            System.arraycopy(
                    image.pixels(), 3 * ((y + above) * image.width() + left), frame, 3 * width * y, 3 * width);
        }
    }
}
