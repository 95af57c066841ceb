package app.keepsake.film.timeline;

import java.util.Locale;
import java.util.Optional;

/**
 * A passage between the items before and after it. It takes no time of its own: it shows the item before for longer and
 * the item after earlier, out of their handles.
 *
 * @param kind how it looks
 * @param heading which way the picture goes, for kinds that move it
 * @param inOffset how long before the cut it begins; at least 0
 * @param outOffset how long after the cut it ends; at least 0
 */
public record Transition(Kind kind, Heading heading, RationalTime inOffset, RationalTime outOffset)
        implements TrackItem {
    /** How a transition looks. */
    public enum Kind {
        CROSSFADE,
        /** Through black. */
        DIP,
        /** The next picture slides over the one before. */
        SLIDE,
        /** A soft edge runs across the frame. */
        WIPE,
        /** Through the picture into the next. */
        ZOOM,
        /** A fast, blurred pan from one to the next. */
        WHIP,
        /** The face in one picture becomes the face in the next. */
        MATCH,
        /** A straight cut. */
        NONE;

        /** The kind that a mood file or a project names so. */
        public static Optional<Kind> named(String word) {
            for (Kind kind : values()) {
                if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Which way the picture goes. */
    public enum Heading {
        LEFT,
        RIGHT,
        UP,
        DOWN
    }

    public Transition {
        if (inOffset.value() < 0 || outOffset.value() < 0) {
            throw new IllegalArgumentException(
                    "A transition's offsets must be at least 0, found %s and %s.".formatted(inOffset, outOffset));
        }
    }

    @Override
    public RationalTime duration() {
        return new RationalTime(0, inOffset.rate());
    }

    /** From its first to its last frame. */
    public RationalTime span() {
        return inOffset.plus(outOffset);
    }
}
