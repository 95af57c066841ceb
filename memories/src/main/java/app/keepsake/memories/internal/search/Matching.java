package app.keepsake.memories.internal.search;

import app.keepsake.memories.internal.group.Years;
import app.keepsake.memories.internal.search.Query.Clause;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

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

    /** How many of some fulfil a condition. */
    int countIn(BitSet some, Condition condition) {
        Optional<Bits> one = single(condition);
        if (one.isPresent()) {
            return one.get().countIn(some);
        }
        BitSet found = of(condition);
        found.and(some);
        return found.cardinality();
    }

    /** The list that answers a condition alone, if one does. */
    private Optional<Bits> single(Condition condition) {
        return switch (condition) {
            case Condition.Shows(Set<Long> people)
            when people.size() == 1 ->
                Optional.ofNullable(pictures.people.get(people.iterator().next()));
            case Condition.Tagged(Set<String> tags)
            when tags.size() == 1 ->
                Optional.ofNullable(pictures.tags.get(tags.iterator().next()));
            case Condition.By(Set<String> cameras)
            when cameras.size() == 1 ->
                Optional.ofNullable(pictures.cameras.get(cameras.iterator().next()));
            case Condition.Is(FileKind kind) -> Optional.ofNullable(pictures.kinds.get(kind));
            case Condition.Feast(String key) -> Optional.ofNullable(pictures.feasts.get(key));
            default -> Optional.empty();
        };
    }

    BitSet of(Condition condition) {
        BitSet found = new BitSet(pictures.count());
        switch (condition) {
            case Condition.Shows(var people) -> add(pictures.people, people, found);
            case Condition.Tagged(var tags) -> add(pictures.tags, tags, found);
            case Condition.Taken(var places) -> add(pictures.places, places, found);
            case Condition.By(var cameras) -> add(pictures.cameras, cameras, found);
            case Condition.Is(FileKind kind) -> add(pictures.kinds, Set.of(kind), found);
            case Condition.Feast(String key) -> add(pictures.feasts, Set.of(key), found);
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

    private static <K> void add(Map<K, Bits> lists, Set<K> keys, BitSet found) {
        for (K key : keys) {
            Bits list = lists.get(key);
            if (list != null) {
                list.addTo(found);
            }
        }
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
