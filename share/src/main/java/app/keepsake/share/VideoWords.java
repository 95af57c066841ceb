package app.keepsake.share;

import java.nio.charset.StandardCharsets;

/**
 * Words for a film as YouTube takes them: a title of at most 100 characters and a description of at most 5000 bytes,
 * neither with {@code <} or {@code >}. Source: YouTube Data API, "Videos", {@code snippet}.
 *
 * @param title is never empty
 * @param description all words, where the title has no room for them; otherwise empty
 */
record VideoWords(String title, String description) {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 5000;
    private static final String NONE = "Keepsake";

    static VideoWords of(String words) {
        String allowed = words.strip().replace('<', '\u2039').replace('>', '\u203a');
        String line = allowed.replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return new VideoWords(NONE, "");
        }
        if (line.length() <= LONGEST_TITLE) {
            return new VideoWords(line, "");
        }
        String cut = upTo(line, LONGEST_TITLE - 1);
        int space = cut.lastIndexOf(' ');
        // Between words, unless the last one is very long.
        return new VideoWords(
                (space > LONGEST_TITLE / 2 ? cut.substring(0, space) : cut) + "\u2026", description(allowed));
    }

    private static String description(String words) {
        String cut = words;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST_DESCRIPTION) {
            cut = upTo(cut, cut.length() - 1);
        }
        return cut;
    }

    /** Does not cut a character in two. */
    private static String upTo(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
