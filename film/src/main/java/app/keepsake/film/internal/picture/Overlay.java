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
            for (int x = 0; x < width; x++, at++) {
                int keep = 65280 - (shade[at] & 0xFF) * alpha;
                int white = (ink[at] & 0xFF) * alpha;
                for (int c = 0; c < 3; c++, p++) {
                    int below = ((frame[p] & 0xFF) * keep + 32640) / 65280;
                    frame[p] = (byte) (below + ((255 - below) * white + 32640) / 65280);
                }
            }
        }
    }
}
