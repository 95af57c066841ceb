package app.keepsake.film.internal.picture;

import app.keepsake.film.Mood;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;

/** What lies behind a picture that does not fill the frame, with a soft shadow along the picture's edges. */
final class Backdrop {
    private static final int SMALLER = 16;
    private static final double BRIGHTNESS = 0.52;
    private static final double SHADOW = 0.5;
    private static final double BRIGHTEST_SIDE = 120;

    private Backdrop() {}

    /**
     * Makes the backdrop of one shot.
     *
     * @param picture what is shown before it
     * @param window the middle of the camera's move, in fractions of the picture
     */
    static RgbImage of(RgbImage picture, FrameBox window, int width, int height, Mood.Backdrop kind) {
        return switch (kind) {
            case BLUR -> blurred(picture, window, width, height);
            case SPLIT -> split(picture, window, width, height);
        };
    }

    /** Each side in the colour of the picture's edge there, a little darker towards the frame's edge. */
    private static RgbImage split(RgbImage picture, FrameBox window, int width, int height) {
        boolean beside = window.width() >= window.height();
        int[] first = edge(picture, beside, true);
        int[] second = edge(picture, beside, false);
        RgbImage out = RgbImage.black(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double along = beside ? (x + 0.5) / width : (y + 0.5) / height;
                int[] colour = along < 0.5 ? first : second;
                double shade = 0.9 - 0.35 * Math.abs(2 * along - 1);
                int p = 3 * (y * width + x);
                for (int c = 0; c < 3; c++) {
                    out.pixels()[p + c] = (byte) Math.round(colour[c] * shade);
                }
            }
        }
        shadow(out, window, 1);
        return out;
    }

    /** The mean colour of the outermost twentieth, kept from glaring. */
    private static int[] edge(RgbImage picture, boolean beside, boolean first) {
        int w = picture.width();
        int h = picture.height();
        int depth = Math.max(1, (beside ? w : h) / 20);
        int left = beside && !first ? w - depth : 0;
        int right = beside && first ? depth : w;
        int top = !beside && !first ? h - depth : 0;
        int bottom = !beside && first ? depth : h;
        long[] sum = new long[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int p = 3 * (y * w + x);
                for (int c = 0; c < 3; c++) {
                    sum[c] += picture.pixels()[p + c] & 0xFF;
                }
            }
        }
        long count = (long) (right - left) * (bottom - top);
        double luma = (0.21 * sum[0] + 0.72 * sum[1] + 0.07 * sum[2]) / count;
        double keep = Math.min(1, BRIGHTEST_SIDE / Math.max(1, luma));
        return new int[] {(int) (sum[0] / count * keep), (int) (sum[1] / count * keep), (int) (sum[2] / count * keep)};
    }

    private static RgbImage blurred(RgbImage picture, FrameBox window, int width, int height) {
        FrameBox cover = cover((double) picture.width() / picture.height(), (double) width / height);
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
        shadow(out, window, BRIGHTNESS);
        return out;
    }

    /** The largest window of the frame's shape in a picture. */
    private static FrameBox cover(double aspect, double frameAspect) {
        double w = Math.min(1, frameAspect / aspect);
        double h = Math.min(1, aspect / frameAspect);
        return new FrameBox((1 - w) / 2, (1 - h) / 2, w, h);
    }

    private static void shadow(RgbImage image, FrameBox window, double brightness) {
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
                double keep = brightness * (near > 9 ? 1 : 1 - SHADOW * Math.exp(-near));
                for (int c = 3 * (y * w + x); c < 3 * (y * w + x) + 3; c++) {
                    p[c] = (byte) (int) ((p[c] & 0xFF) * keep + 0.5);
                }
            }
        }
    }
}
