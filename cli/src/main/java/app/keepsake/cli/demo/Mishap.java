package app.keepsake.cli.demo;

import app.keepsake.media.RgbImage;

/** Makes of a good photo the ones that are taken beside it and that nobody wants twice. */
final class Mishap {
    private static final int CHANNELS = 3;
    /** Share of the width over which the camera moves while the shutter is open. */
    private static final double SHAKE = 0.016;

    private static final double SHIFT = 0.012;

    private Mishap() {}

    /** The mean of neighbours in a row, as when the camera turns. */
    static RgbImage shaken(RgbImage image) {
        int reach = Math.max(1, (int) (image.width() * SHAKE / 2));
        byte[] in = image.pixels();
        byte[] out = new byte[in.length];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int first = Math.max(0, x - reach);
                int last = Math.min(image.width() - 1, x + reach);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int sum = 0;
                    for (int i = first; i <= last; i++) {
                        sum += in[(y * image.width() + i) * CHANNELS + channel] & 0xFF;
                    }
                    out[(y * image.width() + x) * CHANNELS + channel] = (byte) (sum / (last - first + 1));
                }
            }
        }
        return new RgbImage(image.width(), image.height(), out);
    }

    /**
     * A slightly other crop, as from the next shot of a burst.
     *
     * @param turn which of four corners the camera has moved to
     */
    static RgbImage neighbour(RgbImage image, int turn) {
        int marginX = (int) (image.width() * SHIFT);
        int marginY = (int) (image.height() * SHIFT);
        int width = image.width() - 2 * marginX;
        int height = image.height() - 2 * marginY;
        int left = (turn & 1) * 2 * marginX;
        int top = (turn >> 1 & 1) * 2 * marginY;
        return image.part(left, top, width, height);
    }
}
