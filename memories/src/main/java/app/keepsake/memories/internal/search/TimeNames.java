package app.keepsake.memories.internal.search;

import app.keepsake.memories.internal.words.Words;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that tell times, in all languages, as {@link Token#plain} writes them. */
final class TimeNames {
    private static final int LARGEST_NUMBER = 12;
    /** The seasons' keys in the bundles, by the month in which each begins. */
    static final Map<Month, String> SEASONS =
            Map.of(Month.DECEMBER, "winter", Month.MARCH, "spring", Month.JUNE, "summer", Month.SEPTEMBER, "autumn");

    /** Stretches of time that a calendar has. */
    enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    final Map<String, Month> months = new HashMap<>();
    final Map<String, Month> seasons = new HashMap<>();
    final Map<String, DayOfWeek> weekdays = new HashMap<>();
    final Map<String, Unit> units = new HashMap<>();
    final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Set<String>> others = new HashMap<>();

    TimeNames(List<Words> languages) {
        for (Words language : languages) {
            for (Month month : Month.values()) {
                months.put(name(month.getDisplayName(TextStyle.FULL_STANDALONE, language.locale())), month);
                String brief = name(month.getDisplayName(TextStyle.SHORT_STANDALONE, language.locale()));
                months.putIfAbsent(brief.replace(".", ""), month);
            }
            SEASONS.forEach((first, key) ->
                    language.names("find.season." + key).forEach(name -> seasons.put(name(name), first)));
            for (DayOfWeek day : DayOfWeek.values()) {
                String full = name(day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale()));
                weekdays.put(full, day);
                weekdays.put(full + "s", day);
            }
            for (Unit unit : Unit.values()) {
                language.names("find." + unit.name().toLowerCase(Locale.ROOT))
                        .forEach(name -> units.put(name(name), unit));
            }
            for (int number = 1; number <= LARGEST_NUMBER; number++) {
                numbers.put(name(language.number(number)), number);
            }
            for (String key : List.of(
                    "weekend",
                    "today",
                    "yesterday",
                    "before-yesterday",
                    "last",
                    "this",
                    "ago",
                    "ago-before",
                    "since",
                    "before",
                    "after",
                    "to")) {
                Set<String> names = others.computeIfAbsent(key, none -> new HashSet<>());
                language.names("find." + key).forEach(name -> names.add(name(name)));
            }
        }
        for (String one : List.of("a", "an", "einem", "einer", "ein", "eine", "einen")) {
            numbers.putIfAbsent(one, 1);
        }
    }

    private static String name(String text) {
        return Token.plain(text);
    }

    /** Whether a word is one of those under a key of the bundles. */
    boolean is(String key, String word) {
        return others.getOrDefault(key, Set.of()).contains(word);
    }
}
