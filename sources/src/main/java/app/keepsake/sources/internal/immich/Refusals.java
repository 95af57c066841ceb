package app.keepsake.sources.internal.immich;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refusal says. */
final class Refusals {
    private static final Pattern PERMISSION =
            Pattern.compile("\\b([a-z][A-Za-z]{0,30}(\\.[a-z][A-Za-z]{0,30}){1,2})\\b");

    private Refusals() {}

    /** The permission that is missing, by its name; other words of the answer are not repeated. */
    static String permission(byte[] body) {
        Matcher matcher = PERMISSION.matcher(new String(body, StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1) : "that this needs";
    }
}
