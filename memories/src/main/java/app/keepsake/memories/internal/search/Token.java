package app.keepsake.memories.internal.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of what somebody looks for, or several in quotes.
 *
 * @param from where it begins in the text, with its quotes
 * @param to where it ends, exclusive
 * @param text as it was written, without quotes
 * @param plain in small letters without accents, as words are compared
 * @param quoted whether it stands in quotes
 */
record Token(int from, int to, String text, String plain, boolean quoted) {
    private static final Pattern WORD =
            Pattern.compile("[\"“”„«»]([^\"“”„«»]*)(?:[\"“”«»]|$)|[^\\s\"“”„«»]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern EDGES = Pattern.compile("^[\\p{Punct}–—…]+|[\\p{Punct}–—…]+$");
    private static final Pattern SPACES = Pattern.compile("[\\s,;]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** The words of a text, in order; of a quote that is not closed, all to the end. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            boolean quoted = words.group(1) != null;
            String written = quoted
                    ? words.group(1).strip()
                    : EDGES.matcher(words.group()).replaceAll("");
            String plain = plain(written);
            if (!plain.isEmpty()) {
                tokens.add(new Token(words.start(), words.end(), written, plain, quoted));
            }
        }
        return tokens;
    }

    /** In small letters and without accents, each word parted from the next by one space. */
    static String plain(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace('’', '\'');
        String bare =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD)).replaceAll("");
        return SPACES.matcher(bare).replaceAll(" ").strip();
    }
}
