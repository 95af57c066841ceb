package app.keepsake.film;

import app.keepsake.film.timeline.Transition;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A film's feeling, read from a data file: how its music is written, how it is cut and how it looks.
 *
 * @param name as given on a command line
 * @param about one sentence for people
 * @param score how the music is written
 * @param cuts how the picture follows the music
 * @param look how the picture is coloured and lettered
 */
public record Mood(String name, String about, ScoreStyle score, CutStyle cuts, Look look) {
    /** The moods that there are, calm ones first. */
    public static List<String> names() {
        return MoodFiles.NAMES;
    }

    /**
     * The mood of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Mood named(String name) {
        return MoodFiles.read(name);
    }

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

    /**
     * How the picture is cut.
     *
     * @param calm seconds that a shot stands where the music is quiet
     * @param lively seconds that a shot stands where the music is loudest
     * @param fade seconds of a usual transition
     * @param palette what stands between shots, with weights; {@code NONE} is a straight cut
     * @param chapter what stands where a chapter or a section of the music begins
     * @param straight share of cuts without a transition where the music is lively, 0 to 1
     * @param motion how much the camera moves: 1 travels about an eighth of the frame in four seconds
     */
    public record CutStyle(
            double calm,
            double lively,
            double fade,
            double straight,
            Map<Transition.Kind, Double> palette,
            Transition.Kind chapter,
            double motion) {
        public CutStyle {
            palette = Collections.unmodifiableMap(new EnumMap<>(palette));
        }
    }

    /**
     * How the picture looks.
     *
     * @param warmth -1 (cold) to 1 (warm)
     * @param saturation 1 leaves colours as they are
     * @param contrast 1 leaves contrast as it is
     * @param lift how far black is lifted, 0 to 0.2
     * @param backdrop what lies behind a picture that does not fill the frame
     * @param titleFont typeface of titles
     * @param titleCase how titles are written
     * @param titleSize 1 is an eighth of the frame
     * @param titleTracking room between letters, in parts of their size
     * @param textFont typeface of subtitles and captions
     */
    public record Look(
            double warmth,
            double saturation,
            double contrast,
            double lift,
            Backdrop backdrop,
            String titleFont,
            LetterCase titleCase,
            double titleSize,
            double titleTracking,
            String textFont) {}

    /** What lies behind a picture that does not fill the frame. */
    public enum Backdrop {
        /** The picture itself, filling the frame, out of focus and dark. */
        BLUR,
        /** A colour on either side, taken from the picture's edge there. */
        SPLIT
    }

    /** How a title's letters are written: the same on all machines, whatever their language. */
    public enum LetterCase {
        AS_IS,
        UPPER,
        LOWER;

        public String of(String text) {
            return switch (this) {
                case AS_IS -> text;
                case UPPER -> text.toUpperCase(Locale.ROOT);
                case LOWER -> text.toLowerCase(Locale.ROOT);
            };
        }
    }
}
