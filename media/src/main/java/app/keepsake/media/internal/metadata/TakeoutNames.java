package app.keepsake.media.internal.metadata;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Google Takeout names the sidecars of photos and clips; docs/takeout.md has all kinds. */
public final class TakeoutNames {
    private static final String SUPPLEMENT = ".supplemental-metadata";
    /** Takeout cuts a sidecar's name, without its ending, after so many UTF-16 units, and a photo's one later. */
    private static final int NAME_LIMIT = 46;

    /** Longer names are no file's. */
    private static final int LONGEST = 255;

    private static final Pattern NUMBERED = Pattern.compile("(.*)(\\(\\d{1,9}\\))(\\.[^.]*)");

    /**
     * What was made of a photo shares its sidecar where it has none of its own: {@code a-edited.jpg}, with this word in any
     * language, and {@code a-EFFECTS.jpg}; of a long name, the word may be cut.
     */
    private static final Pattern MADE_OF_ANOTHER =
            Pattern.compile("(.+)-(?:\\p{L}[\\p{L}\\p{M} ]{0,24})?(\\(\\d{1,9}\\))?(\\.[^.]*)");

    private static final List<String> ENTITIES = List.of("&#39;", "&amp;", "&quot;", "&lt;", "&gt;");

    private TakeoutNames() {}

    /** The names that the sidecar of a file can have, the likeliest first; all of them are names that files may have. */
    public static Set<String> ofSidecars(String name) {
        Set<String> names = new LinkedHashSet<>();
        if (name.length() > LONGEST) {
            return names;
        }
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        addAll(names, composed);
        Matcher made = MADE_OF_ANOTHER.matcher(composed);
        if (made.matches()) {
            String number = made.group(2) == null ? "" : made.group(2);
            addAll(names, made.group(1) + number + made.group(3));
        }
        // Some disks take letters and their accents apart, after Takeout counted them.
        List.copyOf(names).forEach(one -> names.add(Normalizer.normalize(one, Normalizer.Form.NFD)));
        return names;
    }

    private static void addAll(Set<String> names, String name) {
        add(names, name);
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            String stem = name.substring(0, dot);
            String ending = name.substring(dot);
            // A photo that had no ending got one, and one that was told in large letters may be told in small ones.
            add(names, stem + ending.toLowerCase(Locale.ROOT));
            add(names, stem + ending.toUpperCase(Locale.ROOT));
            add(names, stem);
        }
        for (String entity : ENTITIES) {
            if (name.contains(entity)) {
                add(names, name.replace(entity, "_"));
            }
        }
    }

    /** A number that tells copies apart moves behind the ending: {@code a(1).jpg} has {@code a.jpg(1).json}. */
    private static void add(Set<String> names, String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            String base = numbered.group(1) + numbered.group(3);
            String number = numbered.group(2);
            addBoth(names, base, number);
            names.add(cut(base) + number + SUPPLEMENT + ".json");
            addBoth(names, name, "");
            if (base.length() > NAME_LIMIT) {
                // Copies of one that was cut may have to do with its sidecar.
                addBoth(names, base, "");
            }
        } else {
            addBoth(names, name, "");
        }
    }

    /** Some exports, and programs that write sidecars again, do not cut. */
    private static void addBoth(Set<String> names, String title, String number) {
        for (String whole : List.of(title, title + SUPPLEMENT)) {
            names.add(cut(whole) + number + ".json");
            String uncut = whole + number + ".json";
            if (uncut.length() <= LONGEST) {
                names.add(uncut);
            }
        }
    }

    private static String cut(String name) {
        if (name.length() <= NAME_LIMIT) {
            return name;
        }
        // Half a letter is no name.
        int end = Character.isHighSurrogate(name.charAt(NAME_LIMIT - 1)) ? NAME_LIMIT - 1 : NAME_LIMIT;
        return name.substring(0, end);
    }
}
