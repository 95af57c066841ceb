package app.keepsake.training.internal.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairwise figures of a grouping, with intervals over the people. */
public final class GroupingFigures {
    private final People people;
    private final Map<Object, Map<Integer, Integer>> groups = new HashMap<>();
    private final int[] photos;

    private GroupingFigures(List<?> found, List<String> truth) {
        people = People.of(truth);
        photos = new int[people.count()];
        for (int i = 0; i < truth.size(); i++) {
            photos[people.of(i)]++;
            groups.computeIfAbsent(found.get(i), key -> new HashMap<>()).merge(people.of(i), 1, Integer::sum);
        }
    }

    /**
     * Compares groups with the truth.
     *
     * @param found groups of the items, by any names
     * @param truth of the same items
     */
    public static GroupingFigures of(List<?> found, List<String> truth) {
        return new GroupingFigures(found, truth);
    }

    public Interval precision() {
        return people.interval(times -> right(times) / Math.max(1e-9, found(times)));
    }

    public Interval recall() {
        return people.interval(times -> right(times) / Math.max(1e-9, real(times)));
    }

    public Interval f1() {
        return people.interval(times -> 2 * right(times) / Math.max(1e-9, found(times) + real(times)));
    }

    private double right(int[] times) {
        double pairs = 0;
        for (Map<Integer, Integer> group : groups.values()) {
            for (Map.Entry<Integer, Integer> part : group.entrySet()) {
                pairs += times[part.getKey()] * pairs(part.getValue());
            }
        }
        return pairs;
    }

    /** A person who was drawn twice is two people, who are not put together for that. */
    private double found(int[] times) {
        double strangers = 0;
        for (Map<Integer, Integer> group : groups.values()) {
            double all = 0;
            double own = 0;
            for (Map.Entry<Integer, Integer> part : group.entrySet()) {
                double here = (double) times[part.getKey()] * part.getValue();
                all += here;
                own += here * here;
            }
            strangers += (all * all - own) / 2;
        }
        return right(times) + strangers;
    }

    private double real(int[] times) {
        double pairs = 0;
        for (int i = 0; i < photos.length; i++) {
            pairs += times[i] * pairs(photos[i]);
        }
        return pairs;
    }

    private static double pairs(int count) {
        return count * (count - 1) / 2.0;
    }
}
