package app.keepsake.media.internal.colour;

/** The red, green and blue that a picture is made of. Thread-safe. */
@SuppressWarnings("ImmutableEnumChecker") // The tables are never written.
public enum Primaries {
    /** To linear BT.709 by BT.2087. */
    BT2020(
            new float[][] {
                {1.660491f, -0.587641f, -0.072850f},
                {-0.124550f, 1.132900f, -0.008349f},
                {-0.018151f, -0.100579f, 1.118730f}
            },
            new float[] {0.2627f, 0.6780f, 0.0593f}),
    /** Display P3 (SMPTE EG 432-1), by its primaries and those of BT.709. */
    P3(
            new float[][] {
                {1.224940f, -0.224940f, 0},
                {-0.042057f, 1.042057f, 0},
                {-0.019638f, -0.078636f, 1.098274f}
            },
            new float[] {0.228975f, 0.691739f, 0.079287f}),
    /** Those of sRGB. */
    BT709(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new float[] {0.2126f, 0.7152f, 0.0722f});

    private final float[][] toSrgb;
    private final float[] shares;

    Primaries(float[][] toSrgb, float[] shares) {
        this.toSrgb = toSrgb;
        this.shares = shares;
    }

    /** A channel of linear sRGB, 0 to 2 for red, green and blue. */
    float srgb(int channel, float r, float g, float b) {
        float[] row = toSrgb[channel];
        return row[0] * r + row[1] * g + row[2] * b;
    }

    float luminance(float r, float g, float b) {
        return shares[0] * r + shares[1] * g + shares[2] * b;
    }
}
