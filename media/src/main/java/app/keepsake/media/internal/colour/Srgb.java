package app.keepsake.media.internal.colour;

/** The sRGB transfer curve (IEC 61966-2-1) and the primaries' relation to the profile connection space. */
final class Srgb {
    /** XYZ adapted to D50 (ICC.1) to linear sRGB; rows give R, G, B. */
    static final double[][] FROM_D50 = {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    };

    /** The curve is steepest in the dark, where this many steps still lie closer than a fifth of an 8-bit level. */
    private static final int STEPS = 1 << 14;

    private static final byte[] ENCODED = new byte[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            ENCODED[i] = (byte) Math.round(255 * curve((double) i / STEPS));
        }
    }

    private Srgb() {}

    static double curve(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    /** The 8-bit level of a linear value; values outside 0 to 1 are cut. */
    static byte encode(float linear) {
        return ENCODED[(int) (Math.clamp(linear, 0f, 1f) * STEPS + 0.5f)];
    }
}
