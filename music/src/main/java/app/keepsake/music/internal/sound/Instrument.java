package app.keepsake.music.internal.sound;

import app.keepsake.music.StereoBuffer;

/** Turns single notes into sound. Implementations are deterministic and thread-safe. */
interface Instrument {
    /**
     * Adds one note to a buffer; what reaches beyond its end is lost.
     *
     * @param out where to add
     * @param at first sample, in the film's; may be fractional; not before the buffer's origin
     * @param seconds how long the note is held; it may ring on
     * @param pitch MIDI note number
     * @param velocity 0 to 1
     * @param turn distinguishes notes, so that unevenness can differ
     */
    void play(StereoBuffer out, double at, double seconds, int pitch, double velocity, int turn);

    /** Seconds after which a note that is held for so long is heard no more. */
    double lasts(double seconds, int pitch);

    static double frequency(double pitch) {
        return 440 * Math.pow(2, (pitch - 69) / 12);
    }
}
