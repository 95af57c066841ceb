package app.keepsake.server.internal.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files in an archive: each once, on every system a name of one file in the folder in which it is unpacked, and
 * none that a program takes for something else. Not thread-safe.
 */
final class ZipNames {
    private static final int LONGEST = 120;

    /** What is part of a path, what no system has in a name, and what turns the direction of writing. */
    private static final Pattern UNFIT = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}\\p{Cf}]");

    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Set<String> given = new HashSet<>();

    /** The same name as far as it fits; with a number, where another has it already, in whatever case. */
    String next(String name) {
        String fit = EDGES.matcher(UNFIT.matcher(name).replaceAll("_")).replaceAll("");
        if (fit.isEmpty() || DEVICE.matcher(fit).matches()) {
            fit = "_" + fit;
        }
        int dot = fit.lastIndexOf('.');
        String end = dot > 0 && fit.length() - dot <= 10 ? fit.substring(dot) : "";
        String stem = fit.substring(0, fit.length() - end.length());
        stem = stem.substring(0, Math.min(stem.length(), LONGEST));
        String unique = stem + end;
        for (int i = 2; !given.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = "%s (%d)%s".formatted(stem, i, end);
        }
        return unique;
    }
}
