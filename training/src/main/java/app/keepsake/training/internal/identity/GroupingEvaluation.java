package app.keepsake.training.internal.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well groups match the truth.
 *
 * @param precision share of the pairs put together that belong together, 0 to 1 (1 if there is no pair)
 * @param recall share of the pairs that belong together that were put together, 0 to 1
 * @param bcubedPrecision mean over the items of the share of their group that is theirs (A. Bagga and B. Baldwin, 1998)
 * @param bcubedRecall mean over the items of the share of theirs that is in their group
 * @param found groups, those of one item included
 * @param real groups in truth
 */
public record GroupingEvaluation(
        double precision, double recall, double bcubedPrecision, double bcubedRecall, int found, int real) {
    /**
     * @param groups of the items, by any names
     * @param truth of the same items
     */
    public static GroupingEvaluation of(List<?> groups, List<?> truth) {
        if (groups.size() != truth.size() || groups.isEmpty()) {
            throw new IllegalArgumentException("Expected as many groups as truths and at least one, found %d and %d."
                    .formatted(groups.size(), truth.size()));
        }
        Map<Object, Integer> found = new HashMap<>();
        Map<Object, Integer> real = new HashMap<>();
        Map<List<Object>, Integer> both = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            found.merge(groups.get(i), 1, Integer::sum);
            real.merge(truth.get(i), 1, Integer::sum);
            both.merge(List.of(groups.get(i), truth.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (Map.Entry<List<Object>, Integer> entry : both.entrySet()) {
            double shared = entry.getValue();
            precision += shared * shared / found.getOrDefault(entry.getKey().getFirst(), 1);
            recall += shared * shared / real.getOrDefault(entry.getKey().getLast(), 1);
        }
        long right = pairs(both);
        return new GroupingEvaluation(
                share(right, pairs(found)),
                share(right, pairs(real)),
                precision / groups.size(),
                recall / groups.size(),
                found.size(),
                real.size());
    }

    private static long pairs(Map<?, Integer> counts) {
        return counts.values().stream()
                .mapToLong(count -> (long) count * (count - 1) / 2)
                .sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    /** Harmonic mean of pairwise precision and recall. */
    public double f1() {
        return harmonic(precision, recall);
    }

    /** Harmonic mean of BCubed precision and recall. */
    public double bcubedF1() {
        return harmonic(bcubedPrecision, bcubedRecall);
    }

    private static double harmonic(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }
}
