package app.keepsake.operations.takeout;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a ZIP tells: the export that it is a part of, and which.
 *
 * @param export the same for all parts: {@code takeout-20240506T101112Z}
 * @param part from 1; empty where the name tells none
 */
record ExportName(String export, Optional<Integer> part) {
    /** {@code takeout-20240506T101112Z-001.zip}, {@code takeout-20240506T101112Z-1-001.zip}, and a copy's number. */
    private static final Pattern PART = Pattern.compile("(.+?)(?:-\\d{1,2})?-(\\d{3})(?: ?\\(\\d{1,3}\\))?");

    static ExportName of(Path zip) {
        String name = String.valueOf(zip.getFileName());
        String stem = name.replaceFirst("(?i)\\.(?:zip|tgz|tar\\.gz)$", "");
        Matcher parts = PART.matcher(stem);
        return parts.matches()
                ? new ExportName(folder(parts.group(1)), Optional.of(Integer.valueOf(parts.group(2))))
                : new ExportName(folder(stem), Optional.empty());
    }

    /** ZIPs by the export that they are parts of, in the order of each one's first. */
    static Map<String, Set<Path>> exports(List<Path> zips) {
        Map<String, Set<Path>> exports = new LinkedHashMap<>();
        for (Path zip : zips) {
            exports.computeIfAbsent(of(zip).export(), name -> new TreeSet<>()).add(zip);
        }
        return exports;
    }

    /** A name that every disk can have, and that is not hidden. */
    private static String folder(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .replaceFirst("^[. ]+", "")
                .strip();
        String cut = plain.length() > 80 ? plain.substring(0, 80) : plain;
        return cut.isBlank() ? "takeout" : cut;
    }

    /** Whether a file is a packed export, by its name. */
    static boolean isPacked(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".zip") || isTar(file);
    }

    static boolean isTar(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".tgz") || name.endsWith(".tar.gz");
    }
}
