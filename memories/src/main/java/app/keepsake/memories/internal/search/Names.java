package app.keepsake.memories.internal.search;

import app.keepsake.memories.SearchAnswer.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What things are called, by names as {@link Token#plain} writes them. One name may be that of several things. */
final class Names {
    /** The most words that one name has. */
    static final int LONGEST = 6;

    private static final int FEWEST_LETTERS = 3;

    /** How words of English and German end in other cases and numbers. */
    private static final List<String> ENDINGS = List.of("s", "n", "e", "es", "en", "er", "ern", "em");

    private final NavigableMap<String, Map<Sort, Entry>> all = new TreeMap<>();

    /** Adds a name; what has the same name and is of the same sort becomes one with it. */
    void add(String name, Entry entry) {
        String plain = Token.plain(name);
        put(plain, entry);
        String written = Token.plain(spelledOut(name));
        if (!written.equals(plain)) {
            put(written, entry);
        }
    }

    private void put(String plain, Entry entry) {
        if (!plain.isEmpty()) {
            all.computeIfAbsent(plain, key -> new LinkedHashMap<>()).merge(entry.sort(), entry, JOINED);
        }
    }

    private static final BinaryOperator<Entry> JOINED =
            (one, other) -> one.condition().equals(other.condition())
                    ? one
                    : new Entry(
                            one.sort(),
                            one.label().equals(other.label()) ? one.label() : one.label() + ", " + other.label(),
                            new Condition.Any(List.of(one.condition(), other.condition())));

    /** As German is written where there are no keys for its letters. */
    private static String spelledOut(String name) {
        return name.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue");
    }

    /** The names of some of all this. */
    Names only(Predicate<Entry> wanted) {
        Names some = new Names();
        all.forEach(
                (name, entries) -> entries.values().stream().filter(wanted).forEach(entry -> some.put(name, entry)));
        return some;
    }

    /** What is called so. */
    List<Entry> called(String plain) {
        return List.copyOf(all.getOrDefault(plain, Map.of()).values());
    }

    /** What is called so in another case or number. */
    List<Entry> inflected(String plain) {
        List<Entry> found = new ArrayList<>();
        if (plain.endsWith("'s")) {
            found.addAll(called(plain.substring(0, plain.length() - 2)));
        }
        if (found.isEmpty() && plain.endsWith("ies")) {
            found.addAll(things(plain.substring(0, plain.length() - 3) + "y"));
        }
        for (String ending : ENDINGS) {
            int rest = plain.length() - ending.length();
            if (found.isEmpty() && plain.endsWith(ending) && rest >= FEWEST_LETTERS) {
                String stem = plain.substring(0, rest);
                found.addAll(ending.equals("s") ? called(stem) : things(stem));
            }
        }
        return found;
    }

    private List<Entry> things(String plain) {
        return called(plain).stream()
                .filter(entry -> Set.of(Sort.THING, Sort.KIND).contains(entry.sort()))
                .toList();
    }

    /** What has a name that begins so. */
    Stream<Entry> beginning(String plain) {
        return all.subMap(plain, true, plain + Character.MAX_VALUE, true).values().stream()
                .flatMap(entries -> entries.values().stream());
    }

    /** All that has a name; what has several comes once for each. */
    Stream<Entry> entries() {
        return all.values().stream().flatMap(entries -> entries.values().stream());
    }
}
