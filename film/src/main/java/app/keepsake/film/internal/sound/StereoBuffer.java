package app.keepsake.film.internal.sound;

import app.keepsake.media.Sound;

/**
 * Sound under work, one array a channel, {@link Sound#RATE} samples a second. Not thread-safe.
 *
 * @param left full scale is -1 to 1
 * @param right of the same length
 */
record StereoBuffer(float[] left, float[] right) {
    StereoBuffer(int frames) {
        this(new float[frames], new float[frames]);
    }

    static StereoBuffer of(Sound sound) {
        StereoBuffer buffer = new StereoBuffer(sound.frames());
        for (int i = 0; i < sound.frames(); i++) {
            buffer.left[i] = sound.samples()[2 * i];
            buffer.right[i] = sound.samples()[2 * i + 1];
        }
        return buffer;
    }

    int frames() {
        return left.length;
    }

    void add(StereoBuffer other, int at, double gain) {
        int end = Math.min(frames(), at + other.frames());
        for (int i = Math.max(0, at); i < end; i++) {
            left[i] += (float) (gain * other.left[i - at]);
            right[i] += (float) (gain * other.right[i - at]);
        }
    }

    void clear() {
        java.util.Arrays.fill(left, 0);
        java.util.Arrays.fill(right, 0);
    }

    void scale(double gain) {
        for (int i = 0; i < left.length; i++) {
            left[i] *= (float) gain;
            right[i] *= (float) gain;
        }
    }

    Sound interleaved() {
        float[] samples = new float[2 * frames()];
        for (int i = 0; i < frames(); i++) {
            samples[2 * i] = left[i];
            samples[2 * i + 1] = right[i];
        }
        return new Sound(samples);
    }
}
