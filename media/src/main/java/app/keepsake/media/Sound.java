package app.keepsake.media;

/**
 * Stereo sound, 48 kHz.
 *
 * @param samples interleaved left, right; full scale is -1 to 1
 */
public record Sound(float[] samples) {
    /** Samples per second and channel of all sound in this program. */
    public static final int RATE = 48_000;

    /** Length in sample pairs. */
    public int frames() {
        return samples.length / 2;
    }
}
