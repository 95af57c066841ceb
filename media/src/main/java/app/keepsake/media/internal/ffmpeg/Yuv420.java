package app.keepsake.media.internal.ffmpeg;

import app.keepsake.media.RgbImage;

/**
 * Turns RGB into Y'CbCr 4:2:0 with BT.709's weights in limited range, colours sited at the left as H.264 expects. Whole
 * numbers all the way, so the same picture gives the same bytes everywhere. Not thread-safe.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BT.709">ITU-R BT.709, item 3</a>
 */
public final class Yuv420 {
    private static final int SHIFT = 16;
    private static final double RED = 0.2126;
    private static final double BLUE = 0.0722;
    private static final double GREEN = 1 - RED - BLUE;
    private static final double LUMA = 219.0 / 255 * (1 << SHIFT);
    private static final int Y_RED = (int) Math.round(RED * LUMA);
    private static final int Y_BLUE = (int) Math.round(BLUE * LUMA);
    private static final int Y_GREEN = (int) Math.round(LUMA) - Y_RED - Y_BLUE;
    private static final int Y_ZERO = (16 << SHIFT) + (1 << (SHIFT - 1));

    private static final double CHROMA = 112.0 / 255 * (1 << SHIFT);
    private static final int STRONG = (int) Math.round(CHROMA);
    private static final int CB_RED = (int) Math.round(-CHROMA * RED / (1 - BLUE));
    private static final int CB_GREEN = -STRONG - CB_RED;
    private static final int CR_BLUE = (int) Math.round(-CHROMA * BLUE / (1 - RED));
    private static final int CR_GREEN = -STRONG - CR_BLUE;
    /** Colours are sums of eight: two rows, and the columns by 1, 2, 1. */
    private static final int SUM_SHIFT = SHIFT + 3;

    private static final int C_ZERO = (128 << SUM_SHIFT) + (1 << (SUM_SHIFT - 1));

    private final int width;
    private final int height;
    private final byte[] upper;
    private final byte[] lower;
    private final byte[] blueness;
    private final byte[] redness;

    /**
     * @param width even
     * @param height even
     */
    public Yuv420(int width, int height) {
        this.width = width;
        this.height = height;
        this.upper = new byte[width];
        this.lower = new byte[width];
        this.blueness = new byte[width / 2];
        this.redness = new byte[width / 2];
    }

    /** Writes a picture of this size. */
    public void convert(RgbImage image, Planes to) {
        for (int y = 0; y < height; y += 2) {
            rows(image.pixels(), 3 * y * width, 3 * (y + 1) * width);
            to.rows(y, upper, lower);
            to.colours(y / 2, blueness, redness);
        }
    }

    /** Two rows at once: four lumas and one pair of colours for each two columns. */
    private void rows(byte[] p, int a, int b) {
        int leftRed = (p[a] & 0xFF) + (p[b] & 0xFF);
        int leftGreen = (p[a + 1] & 0xFF) + (p[b + 1] & 0xFF);
        int leftBlue = (p[a + 2] & 0xFF) + (p[b + 2] & 0xFF);
        for (int x = 0; x < width; x += 2) {
            int r0 = p[a] & 0xFF;
            int g0 = p[a + 1] & 0xFF;
            int b0 = p[a + 2] & 0xFF;
            int r1 = p[a + 3] & 0xFF;
            int g1 = p[a + 4] & 0xFF;
            int b1 = p[a + 5] & 0xFF;
            int r2 = p[b] & 0xFF;
            int g2 = p[b + 1] & 0xFF;
            int b2 = p[b + 2] & 0xFF;
            int r3 = p[b + 3] & 0xFF;
            int g3 = p[b + 4] & 0xFF;
            int b3 = p[b + 5] & 0xFF;
            upper[x] = (byte) ((Y_RED * r0 + Y_GREEN * g0 + Y_BLUE * b0 + Y_ZERO) >> SHIFT);
            upper[x + 1] = (byte) ((Y_RED * r1 + Y_GREEN * g1 + Y_BLUE * b1 + Y_ZERO) >> SHIFT);
            lower[x] = (byte) ((Y_RED * r2 + Y_GREEN * g2 + Y_BLUE * b2 + Y_ZERO) >> SHIFT);
            lower[x + 1] = (byte) ((Y_RED * r3 + Y_GREEN * g3 + Y_BLUE * b3 + Y_ZERO) >> SHIFT);
            int rightRed = r1 + r3;
            int rightGreen = g1 + g3;
            int rightBlue = b1 + b3;
            int red = leftRed + 2 * (r0 + r2) + rightRed;
            int green = leftGreen + 2 * (g0 + g2) + rightGreen;
            int blue = leftBlue + 2 * (b0 + b2) + rightBlue;
            blueness[x >> 1] = (byte) ((CB_RED * red + CB_GREEN * green + STRONG * blue + C_ZERO) >> SUM_SHIFT);
            redness[x >> 1] = (byte) ((STRONG * red + CR_GREEN * green + CR_BLUE * blue + C_ZERO) >> SUM_SHIFT);
            leftRed = rightRed;
            leftGreen = rightGreen;
            leftBlue = rightBlue;
            a += 6;
            b += 6;
        }
    }
}
