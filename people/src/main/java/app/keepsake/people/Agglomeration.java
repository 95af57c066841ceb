package app.keepsake.people;

import app.keepsake.people.Neighbours.Neighbour;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Merges groups, the most alike first, until none that has changed is alike enough to another. By average linkage a
 * merged group is never more like a third than the better of its parts was, so the nearest group that was found before
 * a merge bounds what can be found after it, and is looked for again only when its turn comes. Large groups of
 * times far apart become looks of one person instead of one sum: so a child of three and of twelve are one by the years
 * between.
 */
final class Agglomeration {
    private final Clusters clusters;
    private final List<Members> members;
    private final Neighbours neighbours;
    private final double least;
    private final int[] version;

    /** @param least likeness at which groups become one */
    Agglomeration(Clusters clusters, List<Members> members, Neighbours neighbours, double least) {
        this.clusters = clusters;
        this.members = members;
        this.neighbours = neighbours;
        this.least = least;
        this.version = new int[clusters.size()];
    }

    /** The group that another is nearest to, as it was at two versions. */
    record Nearest(double likeness, int row, int other, int rowVersion, int otherVersion) {
        private static final Comparator<Nearest> BEST_FIRST = Comparator.comparingDouble(Nearest::likeness)
                .reversed()
                .thenComparingInt(Nearest::row)
                .thenComparingInt(Nearest::other);
    }

    /**
     * @param fresh groups to begin from
     * @return false if stopped, in the middle of the work
     */
    boolean run(Collection<Integer> fresh, BooleanSupplier stop) {
        PriorityQueue<Nearest> queue = new PriorityQueue<>(Nearest.BEST_FIRST);
        fresh.parallelStream()
                .filter(row -> !stop.getAsBoolean())
                .map(this::nearest)
                .flatMap(Optional::stream)
                .forEachOrdered(queue::add);
        while (!queue.isEmpty() && !stop.getAsBoolean()) {
            Nearest pair = queue.remove();
            if (version[pair.row()] != pair.rowVersion()) {
                continue;
            }
            // By way of other looks they may have become one, or be forbidden to, since they were compared.
            boolean holds = version[pair.other()] == pair.otherVersion()
                    && members.get(pair.row()).mayJoin(members.get(pair.other()));
            List<Integer> changed = holds ? join(pair.row(), pair.other()) : List.of(pair.row());
            changed.forEach(row -> nearest(row).ifPresent(queue::add));
        }
        return !stop.getAsBoolean();
    }

    /** Makes one person of two. Returns the rows that are to be looked at again. */
    private List<Integer> join(int a, int b) {
        int kept = isKept(a, b) ? a : b;
        int other = kept == a ? b : a;
        Members gone = members.get(other);
        boolean isOneLook = !clusters.areTwoLooks(a, b);
        if (isOneLook) {
            gone.looks().remove(Integer.valueOf(other));
        }
        members.get(kept).absorb(gone);
        gone.looks().forEach(look -> members.set(look, members.get(kept)));
        version[kept]++;
        version[other]++;
        if (!isOneLook) {
            return List.of(kept, other);
        }
        members.set(other, Members.of(OptionalLong.empty(), Optional.empty()));
        clusters.merge(kept, other);
        return List.of(kept);
    }

    /** Whose number, name and place stay: those of the named, then of the known, then of the first. */
    private boolean isKept(int a, int b) {
        Members one = members.get(a);
        Members two = members.get(b);
        if (one.isNamed() != two.isNamed()) {
            return one.isNamed();
        }
        if (one.person().isPresent() != two.person().isPresent()) {
            return one.person().isPresent();
        }
        return a < b;
    }

    private Optional<Nearest> nearest(int row) {
        Neighbour near = neighbours.of(row, least);
        return near.isThere()
                ? Optional.of(new Nearest(near.likeness(), row, near.other(), version[row], version[near.other()]))
                : Optional.empty();
    }
}
