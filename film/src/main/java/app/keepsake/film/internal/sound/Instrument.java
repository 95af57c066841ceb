package app.keepsake.film.internal.sound;

/** Turns single notes into sound. Implementations are deterministic and thread-safe. */
interface Instrument {
    /**
     * Adds one note to a buffer.
     *
     * @param out where to add
     * @param at first sample; may be fractional
     * @param seconds how long the note is held; it may ring on
     * @param pitch MIDI note number
     * @param velocity 0 to 1
     * @param turn distinguishes notes, so that unevenness can differ
     */
    void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn);

    static double frequency(double pitch) {
        return 440 * Math.pow(2, (pitch - 69) / 12);
    }
}
