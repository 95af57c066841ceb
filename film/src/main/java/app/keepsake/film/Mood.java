package app.keepsake.film;

import app.keepsake.film.timeline.Transition;
import app.keepsake.music.ScoreStyle;
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
     * How the picture is cut.
     *
     * @param calm seconds that a shot stands where the music is quiet
     * @param lively seconds that a shot stands where the music is loudest
     * @param fade seconds of a usual transition
     * @param palette what stands between shots, with weights; {@code NONE} is a straight cut
     * @param chapter what stands where a chapter or a section of the music begins
     * @param straight share of cuts without a transition where the music is lively, 0 to 1
     * @param motion how much the camera moves: 1 travels about an eighth of the frame in four seconds
     * @param rhythm how long shots stand one after the other, in parts of what they would all stand; begins anew after the
     *     last; 1 in the mean
     * @param opening what the title stands over
     */
    public record CutStyle(
            double calm,
            double lively,
            double fade,
            double straight,
            Map<Transition.Kind, Double> palette,
            Transition.Kind chapter,
            double motion,
            List<Double> rhythm,
            Opening opening) {
        public CutStyle {
            rhythm = List.copyOf(rhythm);
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

    /** What a film's title stands over. */
    public enum Opening {
        /** The first shot. */
        VIEW,
        /** The colours of the first photo, out of focus, before it is seen. */
        CARD,
        /** The first photos together, one coming after the other with the music. */
        SEVERAL
    }

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
