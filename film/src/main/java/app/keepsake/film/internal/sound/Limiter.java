package app.keepsake.film.internal.sound;

import app.keepsake.media.Sound;

/**
 * Keeps true peaks under a ceiling. The gain at each instant is the least that any instant within five milliseconds
 * needs, then averaged over as long, so it is down before the peak comes and never steps.
 */
final class Limiter {
    private static final int AHEAD = 5 * Sound.RATE / 1000;
    private static final double RELEASE = 1 - Math.exp(-1 / (0.12 * Sound.RATE));

    private Limiter() {}

    /** Limits in place. */
    static void limit(StereoBuffer sound, double ceiling) {
        float[] needed = needed(sound, ceiling);
        float[] least = least(needed);
        double before = least.length == 0 ? 1 : least[0];
        double sum = AHEAD * before;
        double released = before;
        float[] gain = new float[least.length];
        float[] smooth = new float[least.length];
        for (int i = 0; i < least.length; i++) {
            released = Math.min(least[i], released + RELEASE * (1 - released));
            smooth[i] = (float) released;
            sum += smooth[i] - (i >= AHEAD ? smooth[i - AHEAD] : before);
            gain[i] = (float) (sum / AHEAD);
        }
        for (int i = 0; i < gain.length; i++) {
            sound.left()[i] *= gain[Math.min(gain.length - 1, i + AHEAD / 2)];
            sound.right()[i] *= gain[Math.min(gain.length - 1, i + AHEAD / 2)];
        }
    }

    private static float[] needed(StereoBuffer sound, double ceiling) {
        float[] needed = new float[sound.frames()];
        for (int i = 0; i < needed.length; i++) {
            double peak = Math.max(Oversampling.peak(sound.left(), i), Oversampling.peak(sound.right(), i));
            needed[i] = peak > ceiling ? (float) (ceiling / peak) : 1;
        }
        return needed;
    }

    /** The least value within {@link #AHEAD} samples around each, by a queue of candidates. */
    private static float[] least(float[] values) {
        float[] result = new float[values.length];
        int[] queue = new int[values.length];
        int head = 0;
        int tail = 0;
        int reach = AHEAD;
        for (int i = 0; i < values.length + reach; i++) {
            if (i < values.length) {
                while (tail > head && values[queue[tail - 1]] >= values[i]) {
                    tail--;
                }
                queue[tail++] = i;
            }
            int centre = i - reach;
            if (centre >= 0) {
                while (queue[head] < centre - reach) {
                    head++;
                }
                result[centre] = values[queue[head]];
            }
        }
        return result;
    }
}
