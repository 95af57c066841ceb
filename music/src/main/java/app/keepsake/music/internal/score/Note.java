package app.keepsake.music.internal.score;

/**
 * One note.
 *
 * @param beat when it begins, in beats from the film's start
 * @param beats how long it is held
 * @param pitch MIDI note number, 60 is middle C
 * @param velocity 0 to 1
 * @param delay seconds after the beat, for rolled chords and human hands
 */
public record Note(double beat, double beats, int pitch, double velocity, double delay) {
    public Note(double beat, double beats, int pitch, double velocity) {
        this(beat, beats, pitch, velocity, 0);
    }
}
