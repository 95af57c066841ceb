package app.keepsake.film.timeline;

/**
 * A passage between the items before and after it. It takes no time of its own: it shows the item before for longer and
 * the item after earlier, out of their handles.
 *
 * @param kind how it looks
 * @param inOffset how long before the cut it begins; at least 0
 * @param outOffset how long after the cut it ends; at least 0
 */
public record Transition(Kind kind, RationalTime inOffset, RationalTime outOffset) implements TrackItem {
    /** How a transition looks. */
    public enum Kind {
        CROSSFADE,
        /** Through black. */
        DIP
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
