package app.keepsake.music;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a score is written. A seed chooses one of the keys, progressions, figures and arrangements, each by itself: see
 * {@link Variation}.
 *
 * @param slowest beats a minute
 * @param fastest beats a minute
 * @param beatsPerBar 3 or 4
 * @param keys tonics to choose from, as MIDI notes from 60 (C) to 71 (B)
 * @param mode its scale
 * @param progressions harmonies to choose from; the endings of all have as many bars
 * @param figures rhythms to choose from
 * @param arrangements who plays what, to choose from
 * @param feel how it is played
 * @param melody how many notes a bar the tune has, about
 * @param mix how it sounds as a whole
 * @param loudness about how loud the parts together are before mastering, in LUFS, by what a section does
 */
public record ScoreStyle(
        double slowest,
        double fastest,
        int beatsPerBar,
        List<Integer> keys,
        Mode mode,
        List<Progression> progressions,
        List<Figure> figures,
        List<Arrangement> arrangements,
        Feel feel,
        double melody,
        Mix mix,
        Map<ScorePlan.Role, Double> loudness) {
    public ScoreStyle {
        keys = List.copyOf(keys);
        progressions = List.copyOf(progressions);
        figures = List.copyOf(figures);
        arrangements = List.copyOf(arrangements);
        loudness = Collections.unmodifiableMap(new EnumMap<>(loudness));
    }

    /** Bars of an ending that has time for all of its chords; the last is held. */
    public int endingBars() {
        return progressions.getFirst().ending().size();
    }

    /**
     * A harmony: chords in Roman numerals, one bar each.
     *
     * @param verse of intro and verse
     * @param build of what leads to the peak
     * @param peak of the peak
     * @param ending the last chords, ending at rest
     */
    public record Progression(List<String> verse, List<String> build, List<String> peak, List<String> ending) {
        public Progression {
            verse = List.copyOf(verse);
            build = List.copyOf(build);
            peak = List.copyOf(peak);
            ending = List.copyOf(ending);
        }

        /** As musicians call it: the chords of its verse. */
        public String name() {
            return String.join("-", verse);
        }
    }

    /**
     * A rhythm of one bar, in equal steps: {@code X} a strong, {@code x} a usual and {@code o} a soft note, {@code .}
     * none. Parts whose voice is empty keep their pattern's own rhythm.
     *
     * @param name as musicians call it
     * @param chords when chords are struck
     * @param broken which tone of a broken chord sounds, 0 the lowest, or {@code .}
     * @param bass when the bass plays
     * @param kick when the bass drum or the toms do
     */
    public record Figure(String name, String chords, String broken, String bass, String kick) {}

    /** Who plays what. */
    public record Arrangement(String name, List<Part> parts) {
        public Arrangement {
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
            String instrument, String pattern, double from, double to, double gain, double pan, int octave) {
        /** Instrument and pattern. */
        public String name() {
            return instrument + " " + pattern;
        }
    }

    /**
     * How a score is played.
     *
     * @param swing how late the second half of a beat falls, 0 (even) to 0.33 (triplets)
     * @param syncopation share of the tune's notes that come half a beat early, 0 to 1
     * @param layBack how far tune and backbeat lie behind the beat, in milliseconds; negative before it
     * @param rubato how far beats of a phrase differ in length, 0 to 0.2
     * @param ritardando how much slower the last beats become, 0 to 0.5
     * @param approaches what leads to a peak, to choose from
     * @param button whether short pieces end with a short chord
     */
    public record Feel(
            double swing,
            double syncopation,
            double layBack,
            double rubato,
            double ritardando,
            List<Approach> approaches,
            boolean button) {
        public Feel {
            approaches = List.copyOf(approaches);
        }
    }

    /** What the bar before a peak does. */
    public enum Approach {
        /** Drums and bass fall silent, and come in again with the peak. */
        BREAKDOWN,
        /** Everything pushes on over the dominant. */
        LIFT
    }

    /**
     * How a score sounds as a whole.
     *
     * @param room share of reverberation, 0 to 1
     * @param roomSeconds how long it rings
     * @param plate share of a bright plate on the leading parts, 0 to 1
     * @param air dB by which what lies above 6 kHz is raised
     * @param width how much of the sound above 250 Hz is spread to the sides, 0 to 1
     * @param glue how far the loudest moments are held back, 0 to 1
     * @param pump how far all but drums gives way to the kick, 0 to 1
     */
    public record Mix(
            double room, double roomSeconds, double plate, double air, double width, double glue, double pump) {}

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
