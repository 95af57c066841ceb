package app.keepsake.film.internal.picture;

import app.keepsake.film.Box;
import app.keepsake.media.RgbImage;

/**
 * What lies behind a picture that does not fill the frame: itself, filling it, out of focus and dark, with a soft shadow
 * along the picture's edges.
 */
final class Backdrop {
    private static final int SMALLER = 16;
    private static final double BRIGHTNESS = 0.52;
    private static final double SHADOW = 0.5;

    private Backdrop() {}

    /**
     * Makes the backdrop of one shot.
     *
     * @param picture what is shown before it
     * @param window the middle of the camera's move, in fractions of the picture
     */
    static RgbImage of(RgbImage picture, Box window, int width, int height) {
        Box cover = cover((double) picture.width() / picture.height(), (double) width / height);
        int smallWidth = Math.max(8, width / SMALLER);
        int smallHeight = Math.max(8, height / SMALLER);
        int wholeWidth = Math.clamp((int) Math.round(smallWidth / cover.width()), 1, picture.width());
        int wholeHeight = Math.clamp((int) Math.round(smallHeight / cover.height()), 1, picture.height());
        RgbImage small = Blur.shrink(picture, wholeWidth, wholeHeight);
        RgbImage soft = Blur.soften(small, Math.max(1, smallHeight / 13));
        RgbImage out = RgbImage.black(width, height);
        Taps across = new Taps(width, soft.width(), cover.x(), cover.width());
        Taps down = new Taps(height, soft.height(), cover.y(), cover.height());
        new Painter(width).paint(soft, across, down, out.pixels(), 0, height);
        darken(out, window);
        return out;
    }

    /** The largest window of the frame's shape in a picture. */
    private static Box cover(double aspect, double frameAspect) {
        double w = Math.min(1, frameAspect / aspect);
        double h = Math.min(1, aspect / frameAspect);
        return new Box((1 - w) / 2, (1 - h) / 2, w, h);
    }

    private static void darken(RgbImage image, Box window) {
        int w = image.width();
        int h = image.height();
        double left = -window.x() / window.width() * w;
        double right = (1 - window.x()) / window.width() * w;
        double top = -window.y() / window.height() * h;
        double bottom = (1 - window.y()) / window.height() * h;
        double softness = 0.022 * Math.max(w, h);
        byte[] p = image.pixels();
        for (int y = 0; y < h; y++) {
            double dy = Math.max(0, Math.max(top - y, y - bottom));
            for (int x = 0; x < w; x++) {
                double dx = Math.max(0, Math.max(left - x, x - right));
                double near = (dx * dx + dy * dy) / (softness * softness);
                double keep = BRIGHTNESS * (near > 9 ? 1 : 1 - SHADOW * Math.exp(-near));
                for (int c = 3 * (y * w + x); c < 3 * (y * w + x) + 3; c++) {
                    p[c] = (byte) (int) ((p[c] & 0xFF) * keep + 0.5);
                }
            }
        }
    }
}
