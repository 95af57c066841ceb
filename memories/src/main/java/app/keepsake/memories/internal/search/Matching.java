package app.keepsake.memories.internal.search;

import app.keepsake.memories.internal.group.Years;
import app.keepsake.memories.internal.search.Query.Clause;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Which pictures fulfil conditions. */
final class Matching {
    private final Pictures pictures;
    private final BitSet shown;

    /** @param shown those that may be seen */
    Matching(Pictures pictures, BitSet shown) {
        this.pictures = pictures;
        this.shown = shown;
    }

    /** Those that may be seen and fulfil all clauses. */
    BitSet of(Query query) {
        BitSet found = (BitSet) shown.clone();
        for (Clause clause : query.clauses()) {
            found.and(of(clause.condition()));
        }
        return found;
    }

    /** Whether one that may be seen fulfils a condition. */
    boolean isSeen(Condition condition) {
        return condition instanceof Condition.Listed listed
                ? lists(listed).anyMatch(list -> list.meets(shown))
                : of(condition).intersects(shown);
    }

    /** How many of some fulfil a condition. */
    int countIn(BitSet some, Condition condition) {
        if (condition instanceof Condition.Listed listed) {
            List<Bits> lists = lists(listed).toList();
            if (lists.size() == 1) {
                return lists.getFirst().countIn(some);
            }
        }
        BitSet found = of(condition);
        found.and(some);
        return found.cardinality();
    }

    /** The pictures that fulfil a condition, by what is listed of them. */
    private Stream<Bits> lists(Condition.Listed condition) {
        return switch (condition) {
            case Condition.Shows(var people) -> lists(pictures.people, people);
            case Condition.Tagged(var tags) -> lists(pictures.tags, tags);
            case Condition.Taken(var places) -> lists(pictures.places, places);
            case Condition.By(var cameras) -> lists(pictures.cameras, cameras);
            case Condition.Written(var words) -> lists(pictures.texts, words);
            case Condition.Is(FileKind kind) -> lists(pictures.kinds, Set.of(kind));
            case Condition.Feast(String key) -> lists(pictures.feasts, Set.of(key));
        };
    }

    private static <K> Stream<Bits> lists(Map<K, Bits> all, Set<K> keys) {
        return keys.stream().flatMap(key -> Stream.ofNullable(all.get(key)));
    }

    BitSet of(Condition condition) {
        BitSet found = new BitSet(pictures.count());
        switch (condition) {
            case Condition.Listed listed -> lists(listed).forEach(list -> list.addTo(found));
            case Condition.Between(LocalDate first, LocalDate last) ->
                pictures.between(first.toEpochDay(), last.toEpochDay(), found);
            case Condition.Within(var months) -> days((first, last) -> Years.areOf(months, first, last), found);
            case Condition.Yearly(var wanted) ->
                days(
                        (first, last) -> first.equals(last)
                                && first.getMonthValue() == wanted.getMonthValue()
                                && first.getDayOfMonth() == wanted.getDayOfMonth(),
                        found);
            case Condition.Weekly(var wanted) ->
                days((first, last) -> first.equals(last) && wanted.contains(first.getDayOfWeek()), found);
            case Condition.All(var conditions) -> {
                found.set(0, pictures.count());
                conditions.forEach(each -> found.and(of(each)));
            }
            case Condition.Any(var conditions) -> conditions.forEach(each -> found.or(of(each)));
            case Condition.Not(Condition unwanted) -> {
                found.set(0, pictures.count());
                found.andNot(of(unwanted));
            }
        }
        return found;
    }

    /** @param wanted of the first and the last day on which a picture may have been taken */
    private void days(BiPredicate<LocalDate, LocalDate> wanted, BitSet found) {
        LocalDate first = LocalDate.MIN;
        LocalDate last = LocalDate.MIN;
        boolean fits = false;
        for (int i = 0; i < pictures.count(); i++) {
            if (pictures.isDated(i)) {
                // Pictures of one day follow each other.
                if (!pictures.day(i).equals(first) || !pictures.lastDay(i).equals(last)) {
                    first = pictures.day(i);
                    last = pictures.lastDay(i);
                    fits = wanted.test(first, last);
                }
                if (fits) {
                    found.set(i);
                }
            }
        }
    }
}
