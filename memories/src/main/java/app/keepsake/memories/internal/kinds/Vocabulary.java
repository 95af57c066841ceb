package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.catalog.Place;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
import app.keepsake.memories.internal.words.FreeWords;
import app.keepsake.memories.internal.words.Words;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What words can mean in a library, in lower case. */
final class Vocabulary {
    static final Pattern BREAKS = Pattern.compile("[\\s,;.!?\"]+");

    final Map<String, List<Long>> people = new HashMap<>();
    final Map<String, Set<Month>> months = new HashMap<>();
    final Set<String> places = new HashSet<>();
    /** What stands between alternatives. */
    final Set<String> or = new HashSet<>();

    private final Set<String> tags = new HashSet<>();
    private final Map<Place, Set<String>> namesOfPlaces = new HashMap<>();
    private final List<Words> languages;
    private final FreeWords freeWords;

    Vocabulary(LibraryAnalysis analysis, Words words) {
        languages = words.withOthers();
        for (Person person : analysis.library().people()) {
            person.name()
                    .ifPresent(name -> people.computeIfAbsent(plain(name), key -> new ArrayList<>())
                            .add(person.id()));
        }
        for (Item item : analysis.all()) {
            tags.addAll(item.tags());
            if (item.place() != null) {
                namesOf(item.place());
            }
        }
        namesOfPlaces.values().forEach(places::addAll);
        freeWords = new FreeWords(tags);
        for (Words language : languages) {
            or.addAll(language.names("find.or"));
            for (Month month : Month.values()) {
                months.put(plain(month.getDisplayName(TextStyle.FULL_STANDALONE, language.locale())), Set.of(month));
            }
            season(language, "winter", Month.DECEMBER);
            season(language, "spring", Month.MARCH);
            season(language, "summer", Month.JUNE);
            season(language, "autumn", Month.SEPTEMBER);
        }
    }

    private void season(Words language, String key, Month first) {
        language.names("find.season." + key)
                .forEach(name -> months.put(plain(name), Set.of(first, first.plus(1), first.plus(2))));
    }

    Set<String> namesOf(@Nullable Place place) {
        return place == null ? Set.of() : namesOfPlaces.computeIfAbsent(place, this::names);
    }

    private Set<String> names(Place place) {
        Set<String> names = new HashSet<>(List.of(plain(place.name()), plain(place.region())));
        for (Words language : languages) {
            names.add(plain(language.country(place.countryCode())));
            names.add(plain(language.town(place)));
        }
        names.remove("");
        return names;
    }

    /** Tags with this name, in English or the first language that has it, in the singular or plural. */
    Set<String> tagsFor(String phrase) {
        Set<String> meant =
                tagsWith(name -> name.equals(phrase) || (name + "s").equals(phrase) || (name + "es").equals(phrase));
        for (Words language : languages) {
            if (meant.isEmpty()) {
                meant = tagsWith(name -> isNamed(name, phrase, language));
            }
        }
        return meant;
    }

    private Set<String> tagsWith(Predicate<String> condition) {
        return tags.stream().filter(tag -> condition.test(plain(tag))).collect(Collectors.toSet());
    }

    private static boolean isNamed(String tag, String phrase, Words language) {
        return language.namesOfTag(tag).stream().map(Vocabulary::plain).anyMatch(phrase::equals);
    }

    /**
     * Tags that mean about the same as a phrase. One that a language has for something that is not seen in this library
     * is looked up by its English name.
     */
    List<String> tagsLike(String phrase) {
        return freeWords.tagsLike(languages.stream()
                .flatMap(language -> language.tagNamed(name -> plain(name).equals(phrase)).stream())
                .findFirst()
                .orElse(phrase));
    }

    String examples() {
        List<String> all =
                new ArrayList<>(people.keySet().stream().sorted().limit(3).toList());
        all.addAll(places.stream().sorted().limit(3).toList());
        all.addAll(tags.stream().sorted().limit(3).toList());
        return String.join(", ", all);
    }

    static String plain(String text) {
        return BREAKS.matcher(text.strip().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
