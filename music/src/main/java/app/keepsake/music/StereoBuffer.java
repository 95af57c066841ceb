package app.keepsake.music;

import app.keepsake.media.Sound;
import java.util.Arrays;

/**
 * A stretch of sound under work, one array a channel, {@link Sound#RATE} samples a second. Not thread-safe.
 *
 * @param left full scale is -1 to 1
 * @param right of the same length
 * @param origin which sample of the film the first one is
 */
public record StereoBuffer(float[] left, float[] right, int origin) {
    /** Silence from the film's start. */
    public StereoBuffer(int frames) {
        this(0, frames);
    }

    /** Silence from a sample of the film up to before another. */
    public StereoBuffer(int origin, int end) {
        this(new float[end - origin], new float[end - origin], origin);
    }

    public static StereoBuffer of(Sound sound) {
        StereoBuffer buffer = new StereoBuffer(sound.frames());
        for (int i = 0; i < sound.frames(); i++) {
            buffer.left[i] = sound.samples()[2 * i];
            buffer.right[i] = sound.samples()[2 * i + 1];
        }
        return buffer;
    }

    public int frames() {
        return left.length;
    }

    /** The sample of the film after the last one. */
    public int end() {
        return origin + left.length;
    }

    /** The same sound from a later start up to a later end, where it is silent. */
    public StereoBuffer moved(int from, int to) {
        StereoBuffer result = new StereoBuffer(from, to);
        int kept = Math.min(end(), to) - from;
        if (kept > 0) {
            System.arraycopy(left, from - origin, result.left, 0, kept);
            System.arraycopy(right, from - origin, result.right, 0, kept);
        }
        return result;
    }

    public void clear() {
        Arrays.fill(left, 0);
        Arrays.fill(right, 0);
    }

    public void scale(double gain) {
        for (int i = 0; i < left.length; i++) {
            left[i] *= (float) gain;
            right[i] *= (float) gain;
        }
    }

    /** Writes its samples where they belong in a film's interleaved ones. */
    public void into(float[] samples) {
        for (int i = 0; i < left.length; i++) {
            samples[2 * (origin + i)] = left[i];
            samples[2 * (origin + i) + 1] = right[i];
        }
    }
}
