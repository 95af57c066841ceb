package app.keepsake.film.internal.picture;

import app.keepsake.film.Mood;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;

/** What lies behind a picture that does not fill the frame. */
final class Backdrop {
    private static final int SMALLER = 16;
    private static final double BRIGHTNESS = 0.52;
    private static final double BRIGHTEST_SIDE = 120;
    /** Share of the frame in which one side's colour becomes the other's. */
    private static final double PASSAGE = 0.7;

    private Backdrop() {}

    /**
     * Makes the backdrop of one shot.
     *
     * @param picture what is shown before it
     * @param window the middle of the camera's move, in fractions of the picture
     */
    static RgbImage of(RgbImage picture, FrameBox window, int width, int height, Mood.Backdrop kind) {
        return switch (kind) {
            case BLUR -> blurred(picture, width, height);
            case SPLIT -> split(picture, window, width, height);
        };
    }

    /** From the colour of the picture's one edge to that of the other, a little darker towards the frame's edges. */
    private static RgbImage split(RgbImage picture, FrameBox window, int width, int height) {
        boolean beside = window.width() >= window.height();
        double[] first = edge(picture, beside, true);
        double[] second = edge(picture, beside, false);
        RgbImage out = RgbImage.black(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double along = beside ? (x + 0.5) / width : (y + 0.5) / height;
                double passed = Math.clamp((along - 0.5) / PASSAGE + 0.5, 0, 1);
                double share = passed * passed * (3 - 2 * passed);
                double shade = 0.9 - 0.35 * (2 * along - 1) * (2 * along - 1);
                int p = 3 * (y * width + x);
                for (int c = 0; c < 3; c++) {
                    double colour = first[c] + share * (second[c] - first[c]);
                    out.pixels()[p + c] = Dither.rounded(colour * shade, x, y);
                }
            }
        }
        return out;
    }

    /** The mean colour of the outermost twentieth, kept from glaring. */
    private static double[] edge(RgbImage picture, boolean beside, boolean first) {
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
        double count = (double) (right - left) * (bottom - top);
        double luma = (0.21 * sum[0] + 0.72 * sum[1] + 0.07 * sum[2]) / count;
        double keep = Math.min(1, BRIGHTEST_SIDE / Math.max(1, luma)) / count;
        return new double[] {sum[0] * keep, sum[1] * keep, sum[2] * keep};
    }

    private static RgbImage blurred(RgbImage picture, int width, int height) {
        FrameBox cover = cover((double) picture.width() / picture.height(), (double) width / height);
        int smallWidth = Math.max(8, width / SMALLER);
        int smallHeight = Math.max(8, height / SMALLER);
        int wholeWidth = Math.clamp((int) Math.round(smallWidth / cover.width()), 1, picture.width());
        int wholeHeight = Math.clamp((int) Math.round(smallHeight / cover.height()), 1, picture.height());
        RgbImage small = Blur.shrink(picture, wholeWidth, wholeHeight);
        RgbImage soft = Blur.soften(small, Math.max(1, smallHeight / 13));
        return enlarged(soft, cover, width, height);
    }

    /** A part of a soft picture, darker and as large as a frame: between its pixels, there are no bands. */
    private static RgbImage enlarged(RgbImage soft, FrameBox part, int width, int height) {
        RgbImage out = RgbImage.black(width, height);
        byte[] from = soft.pixels();
        double[] row = new double[3 * soft.width()];
        for (int y = 0; y < height; y++) {
            double down = Math.clamp(
                    (part.y() + part.height() * (y + 0.5) / height) * soft.height() - 0.5, 0, soft.height() - 1);
            int upper = Math.min(soft.height() - 1, (int) down);
            int lower = Math.min(soft.height() - 1, upper + 1);
            double v = down - upper;
            for (int i = 0; i < row.length; i++) {
                int a = from[upper * row.length + i] & 0xFF;
                int b = from[lower * row.length + i] & 0xFF;
                row[i] = BRIGHTNESS * (a + v * (b - a));
            }
            for (int x = 0; x < width; x++) {
                double across = Math.clamp(
                        (part.x() + part.width() * (x + 0.5) / width) * soft.width() - 0.5, 0, soft.width() - 1);
                int left = (int) across;
                int right = Math.min(soft.width() - 1, left + 1);
                double u = across - left;
                int p = 3 * (y * width + x);
                for (int c = 0; c < 3; c++) {
                    double a = row[3 * left + c];
                    out.pixels()[p + c] = Dither.rounded(a + u * (row[3 * right + c] - a), x, y);
                }
            }
        }
        return out;
    }

    /** The largest window of the frame's shape in a picture. */
    private static FrameBox cover(double aspect, double frameAspect) {
        double w = Math.min(1, frameAspect / aspect);
        double h = Math.min(1, aspect / frameAspect);
        return new FrameBox((1 - w) / 2, (1 - h) / 2, w, h);
    }
}
