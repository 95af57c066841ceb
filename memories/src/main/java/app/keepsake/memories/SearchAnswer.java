package app.keepsake.memories;

import java.util.List;

/**
 * What was found.
 *
 * @param total how many pictures fit
 * @param byWords how many of them by their words; the others look like what is meant, and come after those
 * @param pictures some of them, by the catalog's numbers: by words the newest first, then those that look most alike
 * @param parts what the words were taken for, in their order
 * @param unknown words that mean nothing here, as they were written
 * @param waits whether the meaning of some words is not known yet, so that asking again soon tells more
 * @param suggestions what could be asked, the likeliest first
 */
public record SearchAnswer(
        int total,
        int byWords,
        List<Long> pictures,
        List<Part> parts,
        List<String> unknown,
        boolean waits,
        List<Suggestion> suggestions) {
    public SearchAnswer {
        pictures = List.copyOf(pictures);
        parts = List.copyOf(parts);
        unknown = List.copyOf(unknown);
        suggestions = List.copyOf(suggestions);
    }

    /** What things with names are. */
    public enum Sort {
        PERSON,
        PLACE,
        THING,
        DATE,
        KIND,
        CAMERA,
        /** What is written in pictures. */
        TEXT
    }

    /**
     * Words that were understood.
     *
     * @param from where they begin in the text, in UTF-16 units
     * @param to where they end, exclusive
     * @param label what they were taken for
     * @param alternative whether this or the part before must hold, and not both
     * @param without whether it must not hold
     * @param begun whether its name only begins so, as that of others may
     */
    public record Part(
            int from, int to, Sort sort, String label, boolean alternative, boolean without, boolean begun) {}

    /**
     * Something that is known in this library.
     *
     * @param words all that is asked when it is taken
     * @param count how many pictures fit then
     */
    public record Suggestion(Sort sort, String label, String words, int count) {}
}
