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

    private record Pair(Members one, Members other, double likeness) {
        /** Pictures that an answer would put into place. */
        int gain() {
            return Math.min(one.pictures(), other.pictures());
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
        pairs.sort(Comparator.comparingInt(Pair::gain)
                .reversed()
                .thenComparing(Comparator.comparingDouble(Pair::likeness).reversed()));
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
