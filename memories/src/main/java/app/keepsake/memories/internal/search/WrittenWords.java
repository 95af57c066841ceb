package app.keepsake.memories.internal.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that are written in pictures, of which one may be seen. A reader loses accents, so German is also read without.
 * What is written without spaces is known by each two signs that follow one another (bigrams), since nothing parts its
 * words.
 */
final class WrittenWords {
    private static final int FEWEST_LETTERS = 2;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u30fc]+");
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
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(Token.plain(text), -1)) {
            Matcher unspaced = UNSPACED.matcher(word);
            int end = 0;
            while (unspaced.find()) {
                words.add(word.substring(end, unspaced.start()));
                bigrams(unspaced.group(), words);
                end = unspaced.end();
            }
            words.add(word.substring(end));
        }
        words.removeIf(word -> word.length() < FEWEST_LETTERS);
        return words;
    }

    private static void bigrams(String signs, List<String> words) {
        int[] points = signs.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
            words.add(new String(points, i, 2));
        }
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

    /** Pictures in which a word is written that begins so; of several, all that come before the last. */
    Optional<Condition> beginning(String begun) {
        List<String> parts = of(begun);
        if (parts.size() > 1) {
            Optional<Condition> before = all(String.join(" ", parts.subList(0, parts.size() - 1)));
            return before.flatMap(one -> beginning(parts.getLast())
                    .flatMap(last -> Optional.<Condition>of(new Condition.All(List.of(one, last)))
                            .filter(seen)));
        }
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
