package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/**
 * Reverberation: eight delay lines that feed each other through a Hadamard matrix, with damping of high tones. Not
 * thread-safe.
 *
 * @see <a href="https://ccrma.stanford.edu/~jos/pasp/FDN_Reverberation.html">J. O. Smith, Physical Audio Signal
 *     Processing: FDN reverberation</a>
 */
final class Room {
    private static final int[] HALL = {1433, 1601, 1867, 2053, 2251, 2399, 2617, 2797};
    private static final int[] SHEET = {677, 743, 859, 947, 1069, 1171, 1277, 1361};
    private static final int LINES = HALL.length;

    private final float[][] delayed;
    private int delayedAt;
    private final double[][] lines = new double[LINES][];
    private final double[] damped = new double[LINES];
    private final double[] gain = new double[LINES];
    private final int[] at = new int[LINES];
    private final double damping;
    private final double highPass;
    private double lowLeft;
    private double lowRight;

    private Room(int[] lengths, double seconds, double preDelay, double damped, double lowest) {
        for (int i = 0; i < LINES; i++) {
            lines[i] = new double[lengths[i]];
            gain[i] = Math.pow(0.001, lengths[i] / (seconds * Sound.RATE));
        }
        this.delayed = new float[2][(int) (preDelay * Sound.RATE)];
        this.damping = 1 - Math.exp(-2 * Math.PI * damped / Sound.RATE);
        this.highPass = 1 - Math.exp(-2 * Math.PI * lowest / Sound.RATE);
    }

    /**
     * A room with soft walls.
     *
     * @param seconds until the sound has fallen by 60 dB
     */
    static Room hall(double seconds) {
        return new Room(HALL, seconds, 0.018, 4800, 140);
    }

    /** A sheet of steel: dense at once, and bright. */
    static Room plate(double seconds) {
        return new Room(SHEET, seconds, 0.006, 11_000, 320);
    }

    /** Adds the room's answer to what is sent into it; blocks follow each other. */
    void answer(StereoBuffer send, StereoBuffer out, double level) {
        double[] tap = new double[LINES];
        for (int n = 0; n < out.frames(); n++) {
            double left = delayed[0][delayedAt];
            double right = delayed[1][delayedAt];
            delayed[0][delayedAt] = send.left()[n];
            delayed[1][delayedAt] = send.right()[n];
            delayedAt = delayedAt + 1 == delayed[0].length ? 0 : delayedAt + 1;
            lowLeft += highPass * (left - lowLeft);
            lowRight += highPass * (right - lowRight);
            for (int i = 0; i < tap.length; i++) {
                damped[i] += damping * (lines[i][at[i]] - damped[i]);
                tap[i] = damped[i] * gain[i];
            }
            double wetLeft = tap[0] - tap[2] + tap[4] - tap[6];
            double wetRight = tap[1] - tap[3] + tap[5] - tap[7];
            hadamard(tap);
            for (int i = 0; i < tap.length; i++) {
                double in = i % 2 == 0 ? left - lowLeft : right - lowRight;
                lines[i][at[i]] = tap[i] + 0.5 * in + 1e-20;
                at[i] = at[i] + 1 == lines[i].length ? 0 : at[i] + 1;
            }
            out.left()[n] += (float) (level * wetLeft);
            out.right()[n] += (float) (level * wetRight);
        }
    }

    private static void hadamard(double[] v) {
        for (int half = 1; half < v.length; half *= 2) {
            for (int i = 0; i < v.length; i += 2 * half) {
                for (int j = i; j < i + half; j++) {
                    double a = v[j];
                    double b = v[j + half];
                    v[j] = a + b;
                    v[j + half] = a - b;
                }
            }
        }
        double norm = 1 / Math.sqrt(v.length);
        for (int i = 0; i < v.length; i++) {
            v[i] *= norm;
        }
    }
}
