package app.keepsake.memories.internal.group;

import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Somebody, or two together, as seen over the years.
 *
 * @param people one number, or two ascending
 * @param items pictures, in order of time
 * @param days with pictures, ascending, as {@link Item#epochDay}; of those of which the day is known
 */
public record Acquaintance(List<Long> people, List<Item> items, long[] days) {
    private static final int MOST_FOR_PAIRS = 40;
    private static final int FEWEST_TOGETHER = 8;
    private static final double TOGETHER = 0.5;

    /** Each person of a library, most pictures first. */
    public static List<Acquaintance> people(List<Item> items) {
        Map<Long, List<Item>> byPerson = new TreeMap<>();
        for (Item item : items) {
            for (long person : item.people()) {
                byPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(item);
            }
        }
        List<Acquaintance> all = new ArrayList<>();
        byPerson.forEach((person, pictures) -> all.add(of(List.of(person), pictures)));
        all.sort(Comparator.comparingInt((Acquaintance one) -> -one.items.size()));
        return all;
    }

    /** Each two who are often on one picture, most pictures first; only of the most frequent people. */
    public static List<Acquaintance> pairs(List<Acquaintance> people) {
        List<Acquaintance> pairs = new ArrayList<>();
        List<Acquaintance> frequent = people.subList(0, Math.min(MOST_FOR_PAIRS, people.size()));
        Map<List<Long>, List<Item>> byPair = new HashMap<>();
        for (Acquaintance one : frequent) {
            long first = one.people.getFirst();
            for (Item item : one.items) {
                for (long second : item.people()) {
                    if (second > first) {
                        byPair.computeIfAbsent(List.of(first, second), key -> new ArrayList<>())
                                .add(item);
                    }
                }
            }
        }
        byPair.forEach((pair, pictures) -> {
            if (pictures.size() >= FEWEST_TOGETHER) {
                pairs.add(of(pair, pictures));
            }
        });
        pairs.sort(Comparator.comparingInt((Acquaintance pair) -> -pair.items.size())
                .thenComparing((Acquaintance pair) -> pair.people.getFirst())
                .thenComparing((Acquaintance pair) -> pair.people.getLast()));
        return pairs;
    }

    /** Of the pairs those who, while they were seen together at all, were together on half of either's days. */
    public static List<Acquaintance> couples(List<Acquaintance> pairs, List<Acquaintance> people) {
        Map<Long, Acquaintance> byId = new HashMap<>();
        people.forEach(person -> byId.put(person.people.getFirst(), person));
        return pairs.stream()
                .filter(pair -> pair.days.length > 0)
                .filter(pair -> pair.people.stream()
                        .allMatch(id ->
                                pair.days.length >= TOGETHER * daysWithin(Objects.requireNonNull(byId.get(id)), pair)))
                .toList();
    }

    private static long daysWithin(Acquaintance person, Acquaintance pair) {
        return Arrays.stream(person.days)
                .filter(day -> day >= pair.days[0] && day <= pair.days[pair.days.length - 1])
                .count();
    }

    private static Acquaintance of(List<Long> people, List<Item> items) {
        return new Acquaintance(
                people,
                List.copyOf(items),
                items.stream()
                        .filter(Item::isOfOneDay)
                        .mapToLong(Item::epochDay)
                        .distinct()
                        .toArray());
    }
}
