package app.keepsake.memories.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that are written in pictures, of which one may be seen. A reader loses accents, so German is also read without. */
final class WrittenWords {
    private static final int FEWEST_LETTERS = 2;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPELLED_OUT = Pattern.compile("([aou])e");

    private final NavigableMap<String, Bits> words;
    private final Predicate<Condition> seen;

    /** @param seen whether a picture that may be seen fulfils a condition */
    WrittenWords(NavigableMap<String, Bits> words, Predicate<Condition> seen) {
        this.words = words;
        this.seen = seen;
    }

    /** The words of a text that are worth looking for. */
    static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(Token.plain(text), -1))
                .filter(word -> word.length() >= FEWEST_LETTERS)
                .toList();
    }

    /** Pictures in which all words of a phrase are written. */
    Optional<Condition> all(String phrase) {
        List<Condition> conditions = new ArrayList<>();
        for (String word : of(phrase)) {
            Optional<Condition> written = written(
                    spellings(word).stream().filter(words::containsKey).collect(Collectors.toUnmodifiableSet()));
            if (written.isEmpty()) {
                return Optional.empty();
            }
            conditions.add(written.get());
        }
        return switch (conditions.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(conditions.getFirst());
            default -> Optional.<Condition>of(new Condition.All(conditions)).filter(seen);
        };
    }

    /** Pictures in which a word is written that begins so. */
    Optional<Condition> beginning(String begun) {
        Set<String> found = new LinkedHashSet<>();
        for (String spelling : spellings(begun)) {
            found.addAll(words.subMap(spelling, true, spelling + Character.MAX_VALUE, true)
                    .keySet());
        }
        return written(found);
    }

    private Optional<Condition> written(Set<String> found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.<Condition>of(new Condition.Written(found)).filter(seen);
    }

    private static Set<String> spellings(String word) {
        return Set.copyOf(List.of(word, SPELLED_OUT.matcher(word).replaceAll("$1")));
    }
}
