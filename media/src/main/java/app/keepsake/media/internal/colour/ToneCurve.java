package app.keepsake.media.internal.colour;

import java.nio.ByteBuffer;

/** The curves of ICC profiles, sampled at the 256 levels of 8-bit pixels. */
final class ToneCurve {
    private static final int CURVE = 0x63757276;
    private static final int PARAMETRIC = 0x70617261;
    private static final int[] PARAMETERS = {1, 3, 4, 5, 7};

    private ToneCurve() {}

    /**
     * Reads a {@code curv} or {@code para} tag (ICC.1:2010, 10.5 and 10.16).
     *
     * @throws IndexOutOfBoundsException when the tag is of another kind or ends too early
     */
    static float[] read(ByteBuffer icc, int at) {
        return switch (icc.getInt(at)) {
            case CURVE -> table(icc, at);
            case PARAMETRIC -> parametric(icc, at);
            default -> throw new IndexOutOfBoundsException("no curve at " + at);
        };
    }

    private static float[] table(ByteBuffer icc, int at) {
        int count = icc.getInt(at + 8);
        float[] levels = new float[256];
        for (int i = 0; i < 256; i++) {
            double x = i / 255.0;
            if (count == 0) {
                levels[i] = (float) x;
            } else if (count == 1) {
                levels[i] = (float) Math.pow(x, (icc.getShort(at + 12) & 0xFFFF) / 256.0);
            } else {
                double place = x * (count - 1);
                int below = Math.min((int) place, count - 2);
                double low = (icc.getShort(at + 12 + 2 * below) & 0xFFFF) / 65535.0;
                double high = (icc.getShort(at + 14 + 2 * below) & 0xFFFF) / 65535.0;
                levels[i] = (float) (low + (high - low) * (place - below));
            }
        }
        return levels;
    }

    private static float[] parametric(ByteBuffer icc, int at) {
        int kind = icc.getShort(at + 8);
        if (kind < 0 || kind >= PARAMETERS.length) {
            throw new IndexOutOfBoundsException("unknown curve " + kind);
        }
        // g, a, b, c, d, e, f; what a kind leaves out has no effect.
        double[] p = {1, 1, 0, 0, -1, 0, 0};
        for (int i = 0; i < PARAMETERS[kind]; i++) {
            p[i] = icc.getInt(at + 12 + 4 * i) / 65536.0;
        }
        float[] levels = new float[256];
        for (int i = 0; i < 256; i++) {
            levels[i] = (float) Math.clamp(value(kind, p, i / 255.0), 0, 1);
        }
        return levels;
    }

    private static double value(int kind, double[] p, double x) {
        double power = Math.pow(Math.max(0, p[1] * x + p[2]), p[0]);
        double split = p[1] == 0 ? 0 : -p[2] / p[1];
        return switch (kind) {
            case 0 -> Math.pow(x, p[0]);
            case 1 -> x >= split ? power : 0;
            case 2 -> x >= split ? power + p[3] : p[3];
            case 3 -> x >= p[4] ? power : p[3] * x;
            default -> x >= p[4] ? power + p[5] : p[3] * x + p[6];
        };
    }
}
