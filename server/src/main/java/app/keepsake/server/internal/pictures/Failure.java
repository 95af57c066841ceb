package app.keepsake.server.internal.pictures;

import java.util.Locale;

/**
 * Why there is no small picture.
 *
 * @param reason one sentence for people
 */
record Failure(Kind kind, String reason) {
    /** What it depends on whether another attempt would do better. */
    enum Kind {
        /** On the file: it is what it is until it changes, and then it is another. */
        FILE,
        /** On how busy the machine is. */
        SLOW,
        /** On memory, or on what else may be better tomorrow. */
        PASSING,
        /** On Keepsake's own folder: nothing about the file. */
        OWN;

        static Kind of(String name) {
            return switch (name.toUpperCase(Locale.ROOT)) {
                case "FILE" -> FILE;
                case "PASSING" -> PASSING;
                default -> OWN;
            };
        }
    }
}
