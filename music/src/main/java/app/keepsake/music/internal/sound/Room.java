package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/**
 * Reverberation: eight delay lines that feed each other through a Hadamard matrix, with damping of high tones. Not thread-safe.
 *
 * @see <a href="https://ccrma.stanford.edu/~jos/pasp/FDN_Reverberation.html">J. O. Smith, Physical Audio Signal
 *     Processing: FDN reverberation</a>
 */
final class Room {
    private static final int[] LENGTHS = {1433, 1601, 1867, 2053, 2251, 2399, 2617, 2797};
    private static final int PRE_DELAY = 18 * Sound.RATE / 1000;

    private final float[][] delayed = new float[2][PRE_DELAY];
    private int delayedAt;
    private final double[][] lines = new double[LENGTHS.length][];
    private final double[] damped = new double[LENGTHS.length];
    private final double[] gain = new double[LENGTHS.length];
    private final int[] at = new int[LENGTHS.length];
    private double lowLeft;
    private double lowRight;

    /**
     * @param seconds until the sound has fallen by 60 dB
     */
    Room(double seconds) {
        for (int i = 0; i < LENGTHS.length; i++) {
            lines[i] = new double[LENGTHS[i]];
            gain[i] = Math.pow(0.001, LENGTHS[i] / (seconds * Sound.RATE));
        }
    }

    /** Adds the room's answer to what is sent into it; blocks follow each other. */
    void answer(StereoBuffer send, StereoBuffer out, double level) {
        double[] tap = new double[LENGTHS.length];
        double damping = 1 - Math.exp(-2 * Math.PI * 4800 / Sound.RATE);
        double highPass = 1 - Math.exp(-2 * Math.PI * 140 / Sound.RATE);
        for (int n = 0; n < out.frames(); n++) {
            double left = delayed[0][delayedAt];
            double right = delayed[1][delayedAt];
            delayed[0][delayedAt] = send.left()[n];
            delayed[1][delayedAt] = send.right()[n];
            delayedAt = delayedAt + 1 == PRE_DELAY ? 0 : delayedAt + 1;
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
