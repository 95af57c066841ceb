package app.keepsake.catalog;

import java.time.Instant;

/**
 * Something the user said about what memories may show.
 *
 * @param id the catalog's number
 * @param note the user's own words, may be empty
 */
public record Choice(long id, Stance stance, Subject subject, String note, Instant at) {
    /** What the user wants. */
    public enum Stance {
        /** Show it less. */
        LESS,
        /** Never show it. */
        NEVER,
        /** Show it first. */
        FAVOURITE,
        /** Show it, whatever a flag says of it; for folders: show only what lies in allowed folders. */
        ALLOW,
        /** Show it nowhere: a single photo or clip, for people are hidden otherwise. */
        HIDE;

        /**
         * Reads a stance's name, in any case.
         *
         * @throws IllegalArgumentException naming the stances there are
         */
        public static Stance parse(String text) {
            for (Stance stance : values()) {
                if (stance.name().equalsIgnoreCase(text.strip())) {
                    return stance;
                }
            }
            throw new IllegalArgumentException(
                    "Expected less, never, favourite, allow or hide, found \"%s\".".formatted(text));
        }
    }
}
