package app.keepsake.film.internal.picture;

import app.keepsake.media.RgbImage;

/** Makes pictures small, by the painter's kernel. */
public final class Shrink {
    private Shrink() {}

    /** The whole picture at another size. */
    public static RgbImage to(RgbImage picture, int width, int height) {
        RgbImage out = RgbImage.black(width, height);
        Taps across = new Taps(width, picture.width(), 0, 1);
        Taps down = new Taps(height, picture.height(), 0, 1);
        new Painter(width).paint(picture, across, down, out.pixels(), 0, height);
        return out;
    }
}
