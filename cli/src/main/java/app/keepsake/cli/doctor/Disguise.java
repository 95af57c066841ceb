package app.keepsake.cli.doctor;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Problem;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.ShotEdit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts without the names of a library: of people, places, folders and files, and what the user wrote. Each word of a
 * name is replaced wherever it stands, by what it names and a number, the same for the same word; that takes more than
 * it must, never less. Words that name nobody, like "photos", stay, unless somebody is called so, and so do single
 * letters.
 */
final class Disguise {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Set<String> COMMON = Set.of(
            ("home users user mnt media var srv data nas tmp pictures picture photos photo images image fotos foto"
                            + " bilder bild videos video movies movie camera dcim img dsc pxl vid mov jpg jpeg png heic heif webp"
                            + " tif tiff gif mp4 json xmp keepsake library films film cache log the and of in at on to a an is are"
                            + " was were it its by for from with no not or as be und der die das von im am mit")
                    .split(" "));

    /** What stands in quotation marks, or behind one that is not closed. */
    private static final Pattern QUOTED =
            Pattern.compile("([\"\u201c\u201d\u201e\u00ab\u00bb])([^\"\u201c\u201d\u201e\u00ab\u00bb]+)");

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> quotations = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Learns the names of a catalog. */
    void learn(Catalog catalog) {
        for (Person person : catalog.people().all()) {
            person.name().ifPresent(name -> learn("person", name, true));
        }
        catalog.assets().each(this::learn);
        for (Problem problem : catalog.files().problems()) {
            learn(problem.path());
        }
        for (Memory memory : catalog.memories().all()) {
            learn("memory", memory.id());
            learn("memory", memory.title());
            learn("memory", memory.subtitle());
        }
        for (Choice choice : catalog.choices().all()) {
            learn("choice", choice.subject().toText());
            learn("choice", choice.note());
        }
        for (Edit edit : catalog.edits().all().values()) {
            edit.title().ifPresent(title -> learn("edit", title));
            edit.subtitle().ifPresent(subtitle -> learn("edit", subtitle));
            edit.music().ifPresent(this::learn);
            for (ShotEdit shot : edit.details().values()) {
                shot.caption().ifPresent(caption -> learn("edit", caption));
            }
        }
        for (Request request : catalog.memories().requests()) {
            learn("request", request.words());
        }
    }

    private void learn(AssetView asset) {
        asset.files().forEach(this::learn);
        asset.asset().facts().place().ifPresent(this::learn);
    }

    private void learn(Place place) {
        learn("place", place.name());
        learn("place", place.region());
    }

    /** Learns the names in a path. */
    void learn(Path path) {
        path.forEach(part -> learn("file", part.toString()));
    }

    /** Learns what a message quotes, which may be words of the user's that name what no catalog knows. */
    void learnQuotations(String message) {
        Matcher quoted = QUOTED.matcher(message);
        int from = 0;
        while (quoted.find(from)) {
            quotations.computeIfAbsent(
                    quoted.group(), key -> quoted.group(1) + "words-" + numbers.merge("words", 1, Integer::sum));
            // The mark at its end may be of the kind that begins one.
            from = Math.min(message.length(), quoted.end() + 1);
        }
    }

    /** Learns a name. */
    void learn(String kind, String name) {
        learn(kind, name, false);
    }

    /** @param common whether also words count that name nobody elsewhere */
    private void learn(String kind, String name, boolean common) {
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            String small = word.group().toLowerCase(Locale.ROOT);
            if (small.length() > 1 && (common || !COMMON.contains(small)) && !isCount(small)) {
                words.computeIfAbsent(small, key -> kind + "-" + numbers.merge(kind, 1, Integer::sum));
            }
        }
    }

    /** Short numbers name nobody, and are in every log. */
    private static boolean isCount(String word) {
        return word.length() <= 4 && word.chars().allMatch(Character::isDigit);
    }

    String apply(String text) {
        String unquoted = text;
        for (Map.Entry<String, String> quotation : quotations.entrySet()) {
            unquoted = unquoted.replace(quotation.getKey(), quotation.getValue());
        }
        return WORD.matcher(unquoted).replaceAll(found -> {
            String word = found.group();
            return Matcher.quoteReplacement(words.getOrDefault(word.toLowerCase(Locale.ROOT), word));
        });
    }
}
