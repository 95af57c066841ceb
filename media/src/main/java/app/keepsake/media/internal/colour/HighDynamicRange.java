package app.keepsake.media.internal.colour;

/**
 * From BT.2100 pictures (PQ or HLG curve, primaries of BT.2020 or narrower ones) to sRGB. Light up to half of diffuse white (203 cd/m2, BT.2408)
 * keeps its level, more is rolled off towards 1000 cd/m2, and hue is kept. Thread-safe.
 */
@SuppressWarnings("ImmutableEnumChecker") // The tables are never written after they are made.
public enum HighDynamicRange {
    /** SMPTE ST 2084. */
    PQ {
        @Override
        double light(double signal) {
            double m1 = 0.1593017578125;
            double m2 = 78.84375;
            double c1 = 0.8359375;
            double c2 = 18.8515625;
            double c3 = 18.6875;
            double power = Math.pow(signal, 1 / m2);
            return 10_000 * Math.pow(Math.max(power - c1, 0) / (c2 - c3 * power), 1 / m1) / WHITE;
        }
    },
    /** ARIB STD-B67. */
    HLG {
        @Override
        double light(double signal) {
            double a = 0.17883277;
            double b = 0.28466892;
            double c = 0.55991073;
            return signal <= 0.5 ? signal * signal / 3 : (Math.exp((signal - c) / a) + b) / 12;
        }
    };

    private static final double WHITE = 203;
    private static final float PEAK = (float) (1000 / WHITE);
    private static final float KNEE = 0.5f;
    private static final int LEVELS = 4096;
    private static final int TONES = 2048;

    private final float[] light = new float[LEVELS];
    /** HLG's picture grows brighter with its own brightness (BT.2100, table 5): factor by scene luminance. */
    private final float[] brightening = new float[TONES + 1];

    HighDynamicRange() {
        for (int i = 0; i < LEVELS; i++) {
            light[i] = (float) light(i / (LEVELS - 1.0));
        }
    }

    static {
        for (HighDynamicRange each : values()) {
            for (int i = 0; i <= TONES; i++) {
                double scene = Math.max(i, 0.25) / TONES;
                each.brightening[i] = each == HLG ? (float) (Math.pow(scene, 0.2) * 1000 / WHITE) : 1;
            }
        }
    }

    /** For PQ, light in units of diffuse white; for HLG, scene light from 0 to 1. */
    abstract double light(double signal);

    /**
     * Converts a picture.
     *
     * @param pixels interleaved R, G, B, 16 bits each, little-endian
     * @param primaries of which these are shares
     * @return interleaved 8-bit sRGB
     */
    public byte[] toSrgb(byte[] pixels, Primaries primaries) {
        byte[] srgb = new byte[pixels.length / 2];
        for (int i = 0; i < srgb.length; i += 3) {
            float r = light[level(pixels, 2 * i)];
            float g = light[level(pixels, 2 * i + 2)];
            float b = light[level(pixels, 2 * i + 4)];
            if (this == HLG) {
                float luminance = primaries.luminance(r, g, b);
                float factor = brightening[(int) (Math.min(1, luminance) * TONES)];
                r *= factor;
                g *= factor;
                b *= factor;
            }
            float red = primaries.srgb(0, r, g, b);
            float green = primaries.srgb(1, r, g, b);
            float blue = primaries.srgb(2, r, g, b);
            float scale = rollOff(Math.max(red, Math.max(green, blue)));
            srgb[i] = Srgb.encode(red * scale);
            srgb[i + 1] = Srgb.encode(green * scale);
            srgb[i + 2] = Srgb.encode(blue * scale);
        }
        return srgb;
    }

    private static int level(byte[] pixels, int at) {
        return ((pixels[at + 1] & 0xFF) << 4) | ((pixels[at] & 0xFF) >> 4);
    }

    /** Factor for a colour by its strongest channel: a shoulder with slope 1 at the knee that reaches white at the peak. */
    private static float rollOff(float strongest) {
        if (strongest <= KNEE) {
            return 1;
        }
        float over = (Math.min(strongest, PEAK) - KNEE) / (1 - KNEE);
        float most = (PEAK - KNEE) / (1 - KNEE);
        float shoulder = over * (1 + over / (most * most)) / (1 + over);
        return (KNEE + (1 - KNEE) * shoulder) / strongest;
    }
}
