package app.keepsake.music;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a score is written.
 *
 * @param slowest beats a minute
 * @param fastest beats a minute
 * @param beatsPerBar 3 or 4
 * @param keys tonics to choose from, as MIDI notes from 60 (C) to 71 (B)
 * @param mode its scale
 * @param progressions chords in Roman numerals, one bar each, one line of 4 or 8 for each section in turn
 * @param ending the last chords, one bar each, ending at rest
 * @param swing how late the second half of a beat falls, 0 (even) to 0.33 (triplets)
 * @param melody how many notes a bar the tune has, about
 * @param room share of reverberation, 0 to 1
 * @param roomSeconds how long it rings
 * @param pump how far all but drums gives way to the kick, 0 to 1
 * @param loudness about how loud the parts together are before mastering, in LUFS, by what a section does
 * @param parts who plays what
 */
public record ScoreStyle(
        double slowest,
        double fastest,
        int beatsPerBar,
        List<Integer> keys,
        Mode mode,
        List<List<String>> progressions,
        List<String> ending,
        double swing,
        double melody,
        double room,
        double roomSeconds,
        double pump,
        Map<ScorePlan.Role, Double> loudness,
        List<Part> parts) {
    public ScoreStyle {
        keys = List.copyOf(keys);
        progressions = progressions.stream().map(List::copyOf).toList();
        ending = List.copyOf(ending);
        loudness = Collections.unmodifiableMap(new EnumMap<>(loudness));
        parts = List.copyOf(parts);
    }

    /**
     * One player.
     *
     * @param instrument name of an instrument
     * @param pattern what is played
     * @param from least energy (0 to 1) of the music at which it plays
     * @param to greatest energy at which it plays
     * @param gain in dB
     * @param pan -1 (left) to 1 (right)
     * @param octave shift from the pattern's usual range
     */
    public record Part(
            String instrument, String pattern, double from, double to, double gain, double pan, int octave) {}

    /** Scales, as semitones above the tonic. */
    public enum Mode {
        MAJOR(0, 2, 4, 5, 7, 9, 11),
        MINOR(0, 2, 3, 5, 7, 8, 10),
        DORIAN(0, 2, 3, 5, 7, 9, 10),
        LYDIAN(0, 2, 4, 6, 7, 9, 11),
        MIXOLYDIAN(0, 2, 4, 5, 7, 9, 10);

        private final List<Integer> steps;

        Mode(Integer... steps) {
            this.steps = List.of(steps);
        }

        /** Seven semitone numbers, rising from 0. */
        public List<Integer> steps() {
            return steps;
        }
    }
}
