package app.keepsake.share;

import java.util.List;
import java.util.regex.Pattern;

/** Words of a program or a server, without what looks like a secret of theirs. */
final class Overheard {
    /** Stands where a secret stood. */
    static final String UNSAID = "[secret]";

    private static final List<Pattern> LOOKS_SECRET = List.of(
            Pattern.compile("(?<=://)[^\\s/@\"']+(?=@)"),
            Pattern.compile("(?<=://[^\\s?\"']{0,300}\\?)[^\\s\"']+"),
            Pattern.compile("(?i)(?<=\\b(bearer|basic) )[A-Za-z0-9._~+/=-]{4,}"),
            Pattern.compile(
                    "(?i)(?<=\\b[a-z_-]{0,30}(token|secret|passw?o?r?d?|signature|credential|api_?key|access_?key)[a-z_-]{0,30}[\"']?\\s{0,3}[=:]\\s{0,3})[\"']?[^\\s\"'&,;}]+"));

    private Overheard() {}

    static String clean(String said) {
        String left = said;
        for (Pattern pattern : LOOKS_SECRET) {
            left = pattern.matcher(left).replaceAll(UNSAID);
        }
        return left;
    }
}
