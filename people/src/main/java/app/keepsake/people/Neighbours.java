package app.keepsake.people;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Looks for the group that another is most like and may be put together with, among all or some.
 *
 * @param sameDay by how much groups of one and the same day count as more alike
 */
record Neighbours(Clusters clusters, List<Members> members, double sameDay) {
    private static final int NOBODY = -1;

    /** @param other its row; -1 if none is alike enough */
    record Neighbour(int other, double likeness) {
        boolean isThere() {
            return other != NOBODY;
        }
    }

    Neighbour of(int row, double least) {
        return of(row, least, clusters.size(), i -> i);
    }

    Neighbour of(int row, double least, List<Integer> among) {
        return of(row, least, among.size(), among::get);
    }

    private Neighbour of(int row, double least, int count, IntUnaryOperator rows) {
        Neighbour best = new Neighbour(NOBODY, -2);
        if (clusters.isEmpty(row)) {
            return best;
        }
        for (int i = 0; i < count; i++) {
            int other = rows.applyAsInt(i);
            if (other == row || clusters.isEmpty(other)) {
                continue;
            }
            double likeness = likeness(row, other);
            if (likeness >= least
                    && likeness > best.likeness()
                    && members.get(row).mayJoin(members.get(other))) {
                best = new Neighbour(other, likeness);
            }
        }
        return best;
    }

    /** As average linkage asks: what a merged group has in common with a third is at most what a part of it had. */
    double likeness(int a, int b) {
        return clusters.likeness(a, b) + (clusters.isOneDay(a, b) ? sameDay : 0);
    }
}
