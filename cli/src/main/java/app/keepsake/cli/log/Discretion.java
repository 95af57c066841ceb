package app.keepsake.cli.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log may not tell. Secrets never: the last part of a shared link's address, and what stands after words like
 * "password". Names of the user's files only where they are asked for: an absolute path goes to the end of the line or
 * to what ends one in a message (a colon and a space, or a quotation mark), and a name that ends like a photo's or a
 * clip's goes with the words before it. Rather too much is taken away than too little.
 */
final class Discretion {
    private static final String WITHHELD = "[withheld]";
    private static final String FILE = "[file]";

    private static final Pattern LINK = Pattern.compile("(/s/|/shared/)[A-Za-z0-9_-]{16,}");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)\\b(password|passwd|passphrase|secret|token|cookie|authorization|keepsake-(?:session|share))"
                    + "(\"?\\s*[=:]\\s*\"?)(?:(?:bearer|basic) )?[^\\s\"&;,)]+");
    private static final Pattern PATH =
            Pattern.compile("(?:file:/+|~/|(?<![\\w:/.)}\\]>-])/)(?![\\s/])(?:(?!: )[^\"\\n])+");
    private static final Pattern ENDING =
            Pattern.compile("(?i)\\.(?:jpe?g|png|webp|hei[cf]|tiff?|gif|mp4|mov|m4v|xmp)\\b");
    private static final String BEFORE_NAMES = "\"/:\n";

    private Discretion() {}

    /** @param names whether names of files may be told */
    static String apply(String text, boolean names) {
        String kept =
                SECRET.matcher(LINK.matcher(text).replaceAll("$1" + WITHHELD)).replaceAll("$1$2" + WITHHELD);
        return names ? kept : withoutPictures(PATH.matcher(kept).replaceAll(FILE));
    }

    /** In one pass: an expression that looks for the beginning of a name would look at each letter of a long line again. */
    private static String withoutPictures(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        Matcher ending = ENDING.matcher(text);
        int told = 0;
        while (ending.find()) {
            int start = ending.start();
            while (start > told && BEFORE_NAMES.indexOf(text.charAt(start - 1)) < 0) {
                start--;
            }
            while (start < ending.start() && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            kept.append(text, told, start).append(FILE);
            told = ending.end();
        }
        return kept.append(text, told, text.length()).toString();
    }
}
