package app.keepsake.music.internal.sound;

import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;

/**
 * Keeps true peaks under a ceiling. The gain at each instant is the least that any instant within five milliseconds
 * needs, then averaged over as long, so it is down before the peak comes and never steps. Not thread-safe.
 */
final class Limiter {
    private static final int AHEAD = 5 * Sound.RATE / 1000;
    private static final int REACH = 2 * AHEAD + 1;
    private static final double RELEASE = 1 - Math.exp(-1 / (0.12 * Sound.RATE));
    /** Blocks come out so many samples late. */
    private static final int LATENCY = Oversampling.HALF + AHEAD + AHEAD / 2;

    private final double ceiling;
    /** What was given and not taken yet, and what {@link Oversampling} sees before it. */
    private StereoBuffer waiting = new StereoBuffer(0);

    private final float[] least = new float[REACH];
    private final int[] leastAt = new int[REACH];
    private int head;
    private int tail;
    private int measured;
    private final float[] smooth = new float[AHEAD];
    private int smoothed;
    private double released = 1;
    private double sum;
    private int out;

    /**
     * @param ceiling linear
     */
    Limiter(double ceiling) {
        this.ceiling = ceiling;
    }

    /**
     * Takes the next block and gives what is ready, which begins where the last answer ended.
     *
     * @param last whether the sound ends with it
     */
    StereoBuffer next(StereoBuffer block, boolean last) {
        int end = block.end() + (last ? LATENCY : 0);
        int from = Math.max(0, out - LATENCY - Oversampling.HALF);
        StereoBuffer sound = waiting.moved(from, end);
        System.arraycopy(block.left(), 0, sound.left(), block.origin() - from, block.frames());
        System.arraycopy(block.right(), 0, sound.right(), block.origin() - from, block.frames());
        waiting = sound;
        StereoBuffer result = sound.moved(out, Math.max(out, Math.min(block.end(), end - LATENCY)));
        for (; measured < end - Oversampling.HALF; measured++) {
            int i = measured - from;
            double peak = Math.max(Oversampling.peak(sound.left(), i), Oversampling.peak(sound.right(), i));
            keep(peak > ceiling ? (float) (ceiling / peak) : 1);
            if (measured >= AHEAD) {
                smooth(leastAround(measured - AHEAD));
            }
            int at = measured - AHEAD - AHEAD / 2;
            if (at >= out && at < result.end()) {
                float gain = (float) (sum / AHEAD);
                result.left()[at - out] *= gain;
                result.right()[at - out] *= gain;
            }
        }
        out = result.end();
        return result;
    }

    /** Forgets candidates that a later and smaller one outlives. */
    private void keep(float gain) {
        while (tail > head && least[(tail - 1) % REACH] >= gain) {
            tail--;
        }
        least[tail % REACH] = gain;
        leastAt[tail % REACH] = measured;
        tail++;
    }

    private float leastAround(int centre) {
        while (leastAt[head % REACH] < centre - AHEAD) {
            head++;
        }
        return least[head % REACH];
    }

    private void smooth(float gain) {
        if (smoothed == 0) {
            released = gain;
            java.util.Arrays.fill(smooth, gain);
            sum = AHEAD * (double) gain;
        }
        released = Math.min(gain, released + RELEASE * (1 - released));
        int slot = smoothed++ % AHEAD;
        sum += (float) released - smooth[slot];
        smooth[slot] = (float) released;
    }
}
