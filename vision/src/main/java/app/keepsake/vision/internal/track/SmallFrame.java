package app.keepsake.vision.internal.track;

import app.keepsake.media.RgbImage;

/**
 * A frame in grey at a fraction of its size: enough to follow faces with, and quick to make and to search.
 *
 * @param shrink frame pixels for each pixel, a whole number
 * @param grey {@code [height, width]}, 0-255
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels are passed without copies.
public record SmallFrame(int width, int height, int shrink, int[] grey) {
    private static final int LONG_SIDE = 240;

    public static SmallFrame of(RgbImage frame) {
        int shrink = Math.max(1, Math.ceilDiv(Math.max(frame.width(), frame.height()), LONG_SIDE));
        int w = Math.max(1, frame.width() / shrink);
        int h = Math.max(1, frame.height() / shrink);
        int[] grey = new int[w * h];
        byte[] p = frame.pixels();
        // Two samples of each block are enough: the search compares many pixels at once.
        int second = (shrink / 2) * (frame.width() + 1) * 3;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int at = (y * shrink * frame.width() + x * shrink) * 3;
                grey[y * w + x] = (luma(p, at) + luma(p, at + second)) / 2;
            }
        }
        return new SmallFrame(w, h, shrink, grey);
    }

    private static int luma(byte[] p, int at) {
        return (77 * (p[at] & 255) + 150 * (p[at + 1] & 255) + 29 * (p[at + 2] & 255)) >> 8;
    }
}
