package app.keepsake.memories.internal.search;

import app.keepsake.memories.Item;
import app.keepsake.memories.SearchAnswer.Sort;
import app.keepsake.memories.SearchAnswer.Suggestion;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What else could be asked: names that begin as the last words do, else what narrows what was found. */
final class Suggesting {
    private static final int MOST = 14;
    private static final int MOST_OF_A_SORT = 5;
    private static final int YEARS_BACK = 16;
    private static final int LONGEST = 3;
    private static final int FEWEST_LETTERS = 2;

    private final List<Names> names;
    private final TimePhrases times;
    private final Words words;
    private final Matching matching;

    Suggesting(List<Names> names, TimePhrases times, Words words, Matching matching) {
        this.names = names;
        this.times = times;
        this.words = words;
        this.matching = matching;
    }

    private record Counted(Entry entry, int count) {}

    /** Names that begin as the last words of a text do, each with all that is asked with it. */
    List<Suggestion> completing(String text, BitSet rest, LocalDate today) {
        List<Token> tokens = Token.of(text);
        if (tokens.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1))) {
            return List.of();
        }
        for (int length = Math.min(LONGEST, tokens.size()); length > 0; length--) {
            List<Token> last = tokens.subList(tokens.size() - length, tokens.size());
            String begun = String.join(" ", last.stream().map(Token::plain).toList());
            if (begun.length() < FEWEST_LETTERS) {
                continue;
            }
            String before = text.substring(0, last.getFirst().from());
            Stream<Entry> known = names.stream().flatMap(all -> all.beginning(begun));
            Stream<Entry> said = times(today).stream()
                    .filter(entry -> Token.plain(entry.label()).startsWith(begun));
            List<Suggestion> found = best(Stream.concat(known, said), rest, Integer.MAX_VALUE).stream()
                    .map(one -> suggestion(one, before))
                    .filter(one -> !Token.plain(one.words()).equals(Token.plain(text)))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What is so of some of what was found, and not of all. */
    List<Suggestion> narrowing(String text, BitSet found, LocalDate today) {
        String before = text.isBlank() ? "" : text.stripTrailing() + " ";
        Stream<Entry> all =
                Stream.concat(names.stream().flatMap(Names::entries).filter(Suggesting::tells), times(today).stream());
        return best(all, found, text.isBlank() ? Integer.MAX_VALUE : found.cardinality()).stream()
                .map(one -> suggestion(one, before))
                .toList();
    }

    /** Whether a name is worth a word where nobody wrote it: what everybody's pictures show all the time is not. */
    private static boolean tells(Entry entry) {
        return !(entry.condition() instanceof Condition.Tagged(Set<String> tags))
                || tags.stream().noneMatch(Item::isUnremarkable);
    }

    private List<Counted> best(Stream<Entry> entries, BitSet among, int fewerThan) {
        Set<String> seen = new HashSet<>();
        Map<Sort, Integer> sorts = new EnumMap<>(Sort.class);
        List<Counted> counted = entries.filter(entry -> seen.add(entry.sort() + entry.label()))
                .map(entry -> new Counted(entry, matching.countIn(among, entry.condition())))
                .filter(one -> one.count > 0 && one.count < fewerThan)
                .sorted(Comparator.comparingInt((Counted one) -> -one.count).thenComparing(one -> one.entry.label()))
                .toList();
        List<Counted> best = new ArrayList<>();
        for (Counted one : counted) {
            if (sorts.merge(one.entry.sort(), 1, Integer::sum) <= MOST_OF_A_SORT) {
                best.add(one);
            }
        }
        best.sort(Comparator.comparing(one -> one.entry.sort()));
        return best.size() <= MOST ? best : spread(best);
    }

    /** Some of each sort. */
    private static List<Counted> spread(List<Counted> best) {
        Map<Sort, Integer> taken = new EnumMap<>(Sort.class);
        int sorts = (int) best.stream().map(one -> one.entry.sort()).distinct().count();
        int each = Math.max(2, MOST / sorts);
        return best.stream()
                .filter(one -> taken.merge(one.entry.sort(), 1, Integer::sum) <= each)
                .toList();
    }

    private static Suggestion suggestion(Counted one, String before) {
        String label = one.entry.label();
        String asked = label.matches(".*\\s.*") && one.entry.sort() != Sort.DATE ? '"' + label + '"' : label;
        return new Suggestion(one.entry.sort(), label, before + asked, one.count);
    }

    /** Times that are often asked for, by their names; and the last years. */
    private List<Entry> times(LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        for (String said : words.names("find.say")) {
            time(said, today).ifPresent(condition -> entries.add(new Entry(Sort.DATE, said, condition)));
        }
        for (int year = today.getYear(); year > today.getYear() - YEARS_BACK; year--) {
            String said = Integer.toString(year);
            time(said, today).ifPresent(condition -> entries.add(new Entry(Sort.DATE, said, condition)));
        }
        return entries;
    }

    private Optional<Condition> time(String said, LocalDate today) {
        return times.at(Token.of(said), 0, today).map(TimePhrases.Match::condition);
    }
}
