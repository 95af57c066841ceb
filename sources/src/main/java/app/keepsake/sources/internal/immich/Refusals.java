package app.keepsake.sources.internal.immich;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a refusal says. */
final class Refusals {
    private static final Pattern PERMISSION =
            Pattern.compile("\\b([a-z][A-Za-z]{0,30}(\\.[a-z][A-Za-z]{0,30}){1,2})\\b");

    private Refusals() {}

    /** The permission that is missing, by its name; other words of the answer are not repeated. */
    static String permission(@Nullable Object body) {
        String text = body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
        Matcher matcher = PERMISSION.matcher(text);
        return matcher.find() ? matcher.group(1) : "that this needs";
    }
}
