package app.keepsake.engine.internal.plan;

import app.keepsake.engine.LiveRange;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Decides whether buffers fit into an arena of a given capacity. Buffers are placed by rising offset, each directly on
 * one that is there; a branch ends as soon as what is still to come at some time cannot fit above what is there. Where a
 * placement leaves groups of buffers that never live at the same time, each group is solved for itself. After Moffitt,
 * "MiniMalloc: A Lightweight Memory Allocator for Hardware-Accelerated Machine Learning" (ASPLOS 2023).
 */
final class SectionSearch {
    /** What a search for one capacity came to. */
    enum Answer {
        FITS,
        DOES_NOT_FIT,
        UNKNOWN
    }

    /** Which of the candidates for the same offset is tried first; the letters are those of the paper. */
    enum Preference {
        WAT,
        TAW,
        TWA
    }

    private final int n;
    private final long[] sizes;
    private final int[] widths;
    /** Sections are the spans between neighbouring beginnings and ends; a buffer lives in those from first to last. */
    private final int[] first;

    private final int[] last;
    private final int[][] neighbours;

    private final long[] offsets;
    /** The lowest offset that is free for a buffer, above all that were placed. */
    private final long[] lowest;

    private final boolean[] done;
    private final int[] rank;
    /** The sum of the sizes still to be placed. */
    private final long[] remaining;
    /** How many buffers still to be placed live in a section and the next. */
    private final int[] cuts;

    private final int[] skip;
    private final int[][] candidates;
    private long[] trailValues = new long[1024];
    private int[] trail = new int[1024];
    private int trailed;
    private Preference preference = Preference.WAT;
    private long capacity;
    private long steps;
    private Budget budget = new Budget(0, 0);

    SectionSearch(List<LiveRange> ranges) {
        n = ranges.size();
        sizes = ranges.stream().mapToLong(LiveRange::size).toArray();
        widths = ranges.stream().mapToInt(r -> r.upper() - r.lower()).toArray();
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
        offsets = new long[n];
        lowest = new long[n];
        done = new boolean[n];
        rank = new int[n];
        remaining = new long[sorted.length];
        cuts = new int[sorted.length];
        skip = new int[sorted.length + 1];
        candidates = new int[n + 1][];
        for (int i = 0; i < n; i++) {
            occupy(i, sizes[i], 1);
        }
    }

    private void occupy(int buffer, long size, int count) {
        for (int section = first[buffer]; section < last[buffer]; section++) {
            remaining[section] += size;
        }
        for (int section = first[buffer]; section < last[buffer] - 1; section++) {
            cuts[section] += count;
        }
    }

    /** Offsets of the last answer {@link Answer#FITS}. */
    long[] offsets() {
        return offsets;
    }

    Answer fits(long arena, Preference order, long mostSteps, Budget shared) {
        capacity = arena;
        preference = order;
        steps = mostSteps;
        budget = shared;
        return solveGroups(IntStream.range(0, n).toArray(), n, 0, remaining.length, 0);
    }

    /** Cuts where no buffer lives on both sides, and solves each group. */
    private Answer solveGroups(int[] buffers, int count, int from, int to, int depth) {
        int begin = from;
        for (int section = from; section < to; section++) {
            if (section == to - 1 || cuts[section] == 0) {
                Answer answer = solve(buffers, count, begin, section + 1, depth);
                if (answer != Answer.FITS) {
                    return answer;
                }
                begin = section + 1;
            }
        }
        return Answer.FITS;
    }

    private Answer solve(int[] buffers, int count, int from, int to, int depth) {
        int[] group = room(depth, count);
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (!done[buffers[i]] && first[buffers[i]] >= from && last[buffers[i]] <= to) {
                group[size++] = buffers[i];
            }
        }
        if (size == 0) {
            return Answer.FITS;
        }
        int[] members = Arrays.copyOf(group, size);
        int[] kept = IntStream.of(members).map(i -> rank[i]).toArray();
        rank(members);
        Answer answer = descend(size, from, to, 0, -1, depth);
        for (int i = 0; i < size; i++) {
            rank[members[i]] = kept[i];
        }
        return answer;
    }

    private int[] room(int depth, int size) {
        if (candidates[depth] == null || candidates[depth].length < size) {
            candidates[depth] = new int[size];
        }
        return candidates[depth];
    }

    private void rank(int[] members) {
        long[] total = new long[n];
        for (int member : members) {
            for (int section = first[member]; section < last[member]; section++) {
                total[member] = Math.max(total[member], remaining[section]);
            }
        }
        Comparator<Integer> width = Comparator.comparingInt(i -> -widths[i]);
        Comparator<Integer> area = Comparator.comparingDouble(i -> -(double) widths[i] * sizes[i]);
        Comparator<Integer> fullest = Comparator.comparingLong(i -> -total[i]);
        Comparator<Integer> order = switch (preference) {
            case WAT -> width.thenComparing(area).thenComparing(fullest);
            case TAW -> fullest.thenComparing(area).thenComparing(width);
            case TWA -> fullest.thenComparing(width).thenComparing(area);
        };
        int[] sorted = IntStream.of(members)
                .boxed()
                .sorted(order.thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        for (int i = 0; i < sorted.length; i++) {
            rank[sorted[i]] = i;
        }
    }

    /** Places the rest of a group, whose last buffer came to an offset with a rank. */
    private Answer descend(int count, int from, int to, long previous, int previousRank, int depth) {
        if (count == 0) {
            return Answer.FITS;
        }
        if (--steps < 0 || !budget.spend(1)) {
            return Answer.UNKNOWN;
        }
        int[] order = candidates[depth];
        sort(order, count);
        if (isHopeless(order, count, from, to, previous)) {
            return Answer.DOES_NOT_FIT;
        }
        // A buffer above this could be preceded by another below it.
        long roof = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            roof = Math.min(roof, lowest[order[i]] + sizes[order[i]]);
        }
        for (int i = 0; i < count && lowest[order[i]] < roof; i++) {
            int buffer = order[i];
            long offset = lowest[buffer];
            if (offset < previous || offset == previous && rank[buffer] < previousRank) {
                continue;
            }
            int mark = trailed;
            boolean free = put(buffer);
            int[] rest = room(depth + 1, count);
            System.arraycopy(order, 0, rest, 0, i);
            System.arraycopy(order, i + 1, rest, i, count - i - 1);
            Answer answer = isSplit(buffer)
                    ? solveGroups(rest.clone(), count - 1, from, to, depth + 1)
                    : descend(count - 1, from, to, offset, rank[buffer], depth + 1);
            takeBack(buffer, mark);
            // Where nothing lives above the buffer, no other place for it or order would help.
            if (answer != Answer.DOES_NOT_FIT || free) {
                return answer;
            }
        }
        return Answer.DOES_NOT_FIT;
    }

    /** Nearly sorted already: a placement raises few. */
    private void sort(int[] order, int count) {
        for (int i = 1; i < count; i++) {
            int buffer = order[i];
            int at = i;
            while (at > 0 && comesBefore(buffer, order[at - 1])) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = buffer;
        }
    }

    private boolean comesBefore(int a, int b) {
        return lowest[a] < lowest[b] || lowest[a] == lowest[b] && rank[a] < rank[b];
    }

    /** Nothing in a section can be placed below the lowest place of its buffers, nor below what was placed last. */
    private boolean isHopeless(int[] order, int count, int from, int to, long previous) {
        for (int section = from; section <= to; section++) {
            skip[section] = section;
        }
        for (int i = 0; i < count; i++) {
            int buffer = order[i];
            long ground = capacity - Math.max(lowest[buffer], previous);
            int end = last[buffer];
            int section = free(first[buffer]);
            while (section < end) {
                if (remaining[section] > ground) {
                    return true;
                }
                skip[section] = section + 1;
                section = free(section + 1);
            }
        }
        return false;
    }

    /** The first section from here that was not seen yet. */
    private int free(int section) {
        int at = section;
        while (skip[at] != at) {
            skip[at] = skip[skip[at]];
            at = skip[at];
        }
        return at;
    }

    /** Places a buffer as low as it can be; true if nothing is left that must lie above. */
    private boolean put(int buffer) {
        offsets[buffer] = lowest[buffer];
        long end = lowest[buffer] + sizes[buffer];
        done[buffer] = true;
        occupy(buffer, -sizes[buffer], -1);
        boolean free = true;
        for (int other : neighbours[buffer]) {
            if (!done[other]) {
                free = false;
                if (lowest[other] < end) {
                    remember(other);
                    lowest[other] = end;
                }
            }
        }
        return free;
    }

    private void remember(int buffer) {
        if (trailed == trail.length) {
            trail = Arrays.copyOf(trail, 2 * trailed);
            trailValues = Arrays.copyOf(trailValues, 2 * trailed);
        }
        trail[trailed] = buffer;
        trailValues[trailed++] = lowest[buffer];
    }

    private void takeBack(int buffer, int mark) {
        while (trailed > mark) {
            trailed--;
            lowest[trail[trailed]] = trailValues[trailed];
        }
        done[buffer] = false;
        occupy(buffer, sizes[buffer], 1);
    }

    private boolean isSplit(int buffer) {
        for (int section = first[buffer]; section < last[buffer] - 1; section++) {
            if (cuts[section] == 0) {
                return true;
            }
        }
        return false;
    }
}
