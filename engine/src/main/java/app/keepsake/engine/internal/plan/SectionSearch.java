package app.keepsake.engine.internal.plan;

import app.keepsake.engine.LiveRange;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Searches for a plan of a given capacity, placing buffers by rising offset and giving a branch up as soon as what is
 * still to come at some time cannot fit above what is there. After Moffitt, "MiniMalloc: A Lightweight Memory Allocator
 * for Hardware-Accelerated Machine Learning" (ASPLOS 2023).
 */
final class SectionSearch {
    private final int n;
    private final long[] sizes;
    private final int[] first;
    private final int[] last;
    private final int[][] neighbours;
    private final long[] all;

    private final long[] offsets;
    private final long[] lowest;
    private final boolean[] done;
    private final long[] floor;
    private final long[] remaining;
    private int[] order = {};
    private long capacity;
    private int nodes;

    SectionSearch(List<LiveRange> ranges) {
        n = ranges.size();
        sizes = ranges.stream().mapToLong(LiveRange::size).toArray();
        TreeSet<Integer> times = new TreeSet<>();
        ranges.forEach(range -> {
            times.add(range.lower());
            times.add(range.upper());
        });
        int[] sorted = times.stream().mapToInt(i -> i).toArray();
        first = ranges.stream()
                .mapToInt(r -> Arrays.binarySearch(sorted, r.lower()))
                .toArray();
        last = ranges.stream()
                .mapToInt(r -> Arrays.binarySearch(sorted, r.upper()))
                .toArray();
        neighbours = IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .filter(j -> i != j && ranges.get(i).overlaps(ranges.get(j)))
                        .toArray())
                .toArray(int[][]::new);
        all = new long[sorted.length];
        for (int i = 0; i < n; i++) {
            for (int section = first[i]; section < last[i]; section++) {
                all[section] += sizes[i];
            }
        }
        offsets = new long[n];
        lowest = new long[n];
        done = new boolean[n];
        floor = new long[all.length];
        remaining = new long[all.length];
    }

    long[] offsets() {
        return offsets;
    }

    /**
     * An order in which candidates are tried: by a random blend of the fullest time that a buffer sees, its life and its
     * size, with some noise. The first orders are the plain ones.
     */
    int[] order(Random random, int round) {
        double fullest = round == 0 ? 1 : random.nextDouble();
        double life = round == 1 ? 1 : random.nextDouble();
        double size = round == 2 ? 1 : random.nextDouble();
        double noise = round < 3 ? 0 : 0.6 * random.nextDouble();
        double[] key = new double[n];
        for (int i = 0; i < n; i++) {
            long total = 0;
            for (int section = first[i]; section < last[i]; section++) {
                total = Math.max(total, all[section]);
            }
            key[i] = 4 * fullest * Math.log1p(total)
                    + life * Math.log1p(last[i] - first[i])
                    + size * Math.log1p(sizes[i])
                    + noise * random.nextGaussian();
        }
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -key[i]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(i -> i)
                .toArray();
    }

    /** True if a plan was found, which {@link #offsets} then gives. */
    boolean find(long withCapacity, int[] inOrder, int mostNodes) {
        capacity = withCapacity;
        order = inOrder;
        nodes = mostNodes;
        Arrays.fill(lowest, 0);
        Arrays.fill(done, false);
        Arrays.fill(floor, 0);
        System.arraycopy(all, 0, remaining, 0, all.length);
        return descend(0, 0);
    }

    private boolean descend(int depth, long previous) {
        if (depth == n) {
            return true;
        }
        if (nodes-- <= 0 || isHopeless(previous)) {
            return false;
        }
        long roof = Long.MAX_VALUE;
        long ground = Long.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            if (!done[i]) {
                roof = Math.min(roof, Math.max(lowest[i], previous) + sizes[i]);
                ground = lowest[i] >= previous ? Math.min(ground, lowest[i]) : ground;
            }
        }
        return tryCandidates(depth, previous, ground, ground) || tryCandidates(depth, previous, ground + 1, roof - 1);
    }

    /** Tries the buffers whose lowest place lies between two offsets, the lowest place of all coming first. */
    private boolean tryCandidates(int depth, long previous, long from, long to) {
        long[] keptLowest = lowest.clone();
        for (int candidate : order) {
            // A buffer that another fits below belongs later; one below the last placed would have come before it.
            if (!done[candidate] && lowest[candidate] >= Math.max(from, previous) && lowest[candidate] <= to) {
                long[] keptFloor = Arrays.copyOfRange(floor, first[candidate], last[candidate]);
                if (put(candidate) && descend(depth + 1, lowest[candidate])) {
                    return true;
                }
                takeBack(candidate, keptFloor, keptLowest);
                if (nodes <= 0) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean isHopeless(long previous) {
        for (int section = 0; section < floor.length; section++) {
            if (remaining[section] > 0 && Math.max(floor[section], previous) + remaining[section] > capacity) {
                return true;
            }
        }
        return false;
    }

    private boolean put(int buffer) {
        long end = lowest[buffer] + sizes[buffer];
        offsets[buffer] = lowest[buffer];
        done[buffer] = true;
        boolean fits = end <= capacity;
        for (int section = first[buffer]; section < last[buffer]; section++) {
            floor[section] = end;
            remaining[section] -= sizes[buffer];
            fits &= end + remaining[section] <= capacity;
        }
        for (int other : neighbours[buffer]) {
            if (!done[other] && lowest[other] < end) {
                lowest[other] = end;
                fits &= end + sizes[other] <= capacity;
            }
        }
        return fits;
    }

    private void takeBack(int buffer, long[] keptFloor, long[] keptLowest) {
        done[buffer] = false;
        System.arraycopy(keptFloor, 0, floor, first[buffer], keptFloor.length);
        for (int section = first[buffer]; section < last[buffer]; section++) {
            remaining[section] += sizes[buffer];
        }
        System.arraycopy(keptLowest, 0, lowest, 0, n);
    }
}
