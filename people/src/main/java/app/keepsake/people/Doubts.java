package app.keepsake.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for pairs of groups that are alike, but not enough to be put together without being asked. */
final class Doubts {
    private static final int GROUPS_FOR_EACH = 20;
    /** Somebody seen less often is most likely a passer-by, and not worth a question. */
    private static final int FEWEST_PICTURES = 2;

    private Doubts() {}

    /** Whoever is barely alike enough to be asked about is as much worth as a tenth of who nearly is one. */
    private static final double LEAST_NEARNESS = 0.1;

    private record Pair(Members one, Members other, double likeness) {
        /**
         * How much a question helps: the more, the nearer to being one, the more pictures an answer puts into place, and the
         * more often the other is seen; of numbers of pictures the order of magnitude counts.
         */
        double worth(Thresholds thresholds) {
            double nearness = (likeness - thresholds.doubt()) / Math.max(1e-9, thresholds.merge() - thresholds.doubt());
            return Math.clamp(nearness, LEAST_NEARNESS, 1)
                    * Math.log1p(Math.min(one.pictures(), other.pictures()))
                    * Math.log1p(Math.max(one.pictures(), other.pictures()));
        }
    }

    static List<Doubt> of(List<Members> members, Neighbours neighbours, Thresholds thresholds, int most) {
        List<Members> groups = members.stream()
                .distinct()
                .filter(group -> group.pictures() >= FEWEST_PICTURES)
                .sorted(Comparator.comparingInt(Members::pictures).reversed().thenComparingLong(Members::clearest))
                .limit((long) GROUPS_FOR_EACH * most)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < i; j++) {
                double likeness = likeness(groups.get(i), groups.get(j), neighbours);
                if (likeness >= thresholds.doubt() && groups.get(i).mayJoin(groups.get(j))) {
                    pairs.add(new Pair(groups.get(j), groups.get(i), likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> pair.worth(thresholds))
                .thenComparingDouble(Pair::likeness)
                .reversed());
        Set<Members> asked = new HashSet<>();
        List<Doubt> doubts = new ArrayList<>();
        for (Pair pair : pairs) {
            if (doubts.size() < most && !asked.contains(pair.one()) && !asked.contains(pair.other())) {
                asked.add(pair.one());
                asked.add(pair.other());
                doubts.add(new Doubt(pair.one().clearest(), pair.other().clearest(), pair.likeness()));
            }
        }
        return List.copyOf(doubts);
    }

    /** Of the two looks that are most alike. */
    private static double likeness(Members one, Members other, Neighbours neighbours) {
        double best = -1;
        for (int a : one.looks()) {
            for (int b : other.looks()) {
                if (!neighbours.clusters().isEmpty(a) && !neighbours.clusters().isEmpty(b)) {
                    best = Math.max(best, neighbours.likeness(a, b));
                }
            }
        }
        return best;
    }
}
