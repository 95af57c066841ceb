package app.keepsake.memories;

import app.keepsake.catalog.ContentHash;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Readable ids: the month, a word or two, and some digits of a hash, as in "2024-05-lisbon-3f2a". */
final class MemoryId {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_SLUG = 24;
    private static final int FEWEST_DIGITS = 4;

    private MemoryId() {}

    /** @param taken ids that are used; this one is added. Of two that would be the same, the later has more digits */
    static String of(LocalDate firstDay, String name, String anchor, Set<String> taken) {
        String hash =
                ContentHash.ofContent(anchor.getBytes(StandardCharsets.UTF_8)).toString();
        String month = "%04d-%02d-".formatted(firstDay.getYear(), firstDay.getMonthValue());
        String slug = slug(name);
        String stem = slug.isEmpty() ? month : month + slug + "-";
        int digits = FEWEST_DIGITS;
        while (!taken.add(stem + hash.substring(0, digits))) {
            digits++;
        }
        return stem + hash.substring(0, digits);
    }

    /** Lower-case letters and digits with hyphens between; empty when the name has no Latin letters. */
    static String slug(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name.replace("\u00df", "ss"), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String slug = OTHERS.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
        if (slug.length() <= LONGEST_SLUG) {
            return slug;
        }
        int cut = slug.lastIndexOf('-', LONGEST_SLUG);
        return slug.substring(0, cut > 0 ? cut : LONGEST_SLUG);
    }
}
