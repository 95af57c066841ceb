package app.keepsake.film.internal.picture;

/**
 * White letters and the shade that they stand on.
 *
 * @param left first column
 * @param top first row
 * @param width columns
 * @param height rows
 * @param ink how much white, one unsigned byte a pixel
 * @param shade how much is taken from the picture beneath, one unsigned byte a pixel
 */
public record Overlay(int left, int top, int width, int height, byte[] ink, byte[] shade) {
    /**
     * Draws those of its rows that lie in a stripe.
     *
     * @param alpha 0 to 256
     */
    public void draw(byte[] frame, int frameWidth, int alpha, int from, int to) {
        for (int y = Math.max(from, top); y < Math.min(to, top + height); y++) {
            int at = (y - top) * width;
            int p = 3 * (y * frameWidth + left);
            for (int x = 0; x < width; x++, at++, p += 3) {
                // 257 / 256 takes 255 to 256, so that full ink is white and full shade black.
                int keep = 65536 - (((shade[at] & 0xFF) * alpha * 257) >> 8);
                int white = ((ink[at] & 0xFF) * alpha * 257) >> 8;
                int rest = 65536 - white;
                int add = white * 255 + 32768;
                frame[p] = (byte) (((((frame[p] & 0xFF) * keep) >> 16) * rest + add) >> 16);
                frame[p + 1] = (byte) (((((frame[p + 1] & 0xFF) * keep) >> 16) * rest + add) >> 16);
                frame[p + 2] = (byte) (((((frame[p + 2] & 0xFF) * keep) >> 16) * rest + add) >> 16);
            }
        }
    }
}
