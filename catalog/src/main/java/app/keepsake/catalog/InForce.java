package app.keepsake.catalog;

import java.util.List;

/**
 * What decides what may be shown.
 *
 * @param revision of all that decides it, as of before it was read
 * @param choices what the user said, in that order, and after it, with the number {@link #IMPLIED}, what follows: never
 *     those people who are hidden, and, where somebody is never to be shown, never a picture with faces that nobody has
 *     been found for yet; and hidden is the clip of a live photo that is
 */
public record InForce(long revision, List<Choice> choices) {
    /** The number of choices that nobody made. */
    public static final long IMPLIED = 0;

    public InForce {
        choices = List.copyOf(choices);
    }
}
