package app.keepsake.catalog;

/** Words on one line, such as a title. */
final class OneLine {
    /** In characters. */
    static final int LONGEST = 120;

    private OneLine() {}

    /** @throws IllegalArgumentException when a text is longer, or has more than one line */
    static void check(String what, String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "A %s is one line of at most %d characters, found %d.".formatted(what, LONGEST, text.length()));
        }
    }
}
