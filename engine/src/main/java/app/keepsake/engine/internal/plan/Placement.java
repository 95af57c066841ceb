package app.keepsake.engine.internal.plan;

import app.keepsake.engine.LiveRange;
import app.keepsake.engine.MemoryPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Tries the quick orders, then the exact search for few buffers or a climb from the best order for many. */
public final class Placement {
    /** The search keeps lists of all pairs that live at the same time. */
    private static final int MOST_TO_SEARCH = 5000;

    private static final int SHARE_TO_CLIMB = 8;

    private Placement() {}

    /** An order to place buffers in. */
    private record Order(String name, Comparator<LiveRange> comparator) {}

    /**
     * @param steps how many buffers may be placed in search of a smaller arena
     * @param nanos the longest time to search for
     */
    public static MemoryPlan best(List<LiveRange> ranges, long steps, long nanos) {
        if (ranges.isEmpty()) {
            return new MemoryPlan(ranges, List.of(), 0, 0, "empty");
        }
        Budget budget = new Budget(steps, nanos);
        long bound = bound(ranges);
        Arena arena = new Arena(ranges);
        MemoryPlan best = quick(ranges, arena, bound);
        if (best.size() > bound && steps > 0) {
            OrderSearch climb = new OrderSearch(arena, bound);
            long share = ranges.size() > MOST_TO_SEARCH ? steps : steps / SHARE_TO_CLIMB;
            best = better(best, climb.climb(best, budget.part(share)), climb.offsets(), "climbing");
        }
        if (best.size() > bound && steps > 0 && ranges.size() <= MOST_TO_SEARCH) {
            long[] sizes = ranges.stream().mapToLong(LiveRange::size).toArray();
            CapacitySearch search = new CapacitySearch(new SectionSearch(ranges), sizes, bound, budget);
            best = better(best, search.smallest(best.size()), search.offsets(), "branch and bound");
        }
        return best;
    }

    private static MemoryPlan better(MemoryPlan known, long size, long[] offsets, String method) {
        return size < known.size()
                ? new MemoryPlan(known.ranges(), Arrays.stream(offsets).boxed().toList(), size, known.bound(), method)
                : known;
    }

    private static MemoryPlan quick(List<LiveRange> ranges, Arena arena, long bound) {
        MemoryPlan best = new MemoryPlan(ranges, List.of(), Long.MAX_VALUE, bound, "none");
        long[] offsets = new long[ranges.size()];
        for (Order order : orders(ranges)) {
            int[] indices = sorted(ranges, order.comparator());
            for (boolean tight : new boolean[] {false, true}) {
                long size = arena.place(indices, tight, Long.MAX_VALUE);
                arena.copyOffsets(offsets);
                best = better(best, size, offsets, order.name() + (tight ? ", best fit" : ", first fit"));
                if (best.size() <= bound) {
                    return best;
                }
            }
        }
        return best;
    }

    /** The most that is alive at any step. */
    static long bound(List<LiveRange> ranges) {
        List<LiveRange> starts = new ArrayList<>(ranges);
        List<LiveRange> ends = new ArrayList<>(ranges);
        starts.sort(Comparator.comparingInt(LiveRange::lower));
        ends.sort(Comparator.comparingInt(LiveRange::upper));
        long alive = 0;
        long most = 0;
        int ended = 0;
        for (LiveRange range : starts) {
            while (ends.get(ended).upper() <= range.lower()) {
                alive -= ends.get(ended++).size();
            }
            alive += range.size();
            most = Math.max(most, alive);
        }
        return most;
    }

    private static List<Order> orders(List<LiveRange> ranges) {
        Comparator<LiveRange> size = Comparator.comparingLong(LiveRange::size).reversed();
        Comparator<LiveRange> time = Comparator.comparingInt(LiveRange::lower);
        Comparator<LiveRange> life = Comparator.comparingInt((LiveRange r) -> r.lower() - r.upper());
        Comparator<LiveRange> area =
                Comparator.comparingDouble((LiveRange r) -> -(double) r.size() * (r.upper() - r.lower()));
        return List.of(
                new Order("by size", size.thenComparing(life).thenComparing(time)),
                new Order("by time", time.thenComparing(size)),
                new Order("by breadth", breadth(ranges).thenComparing(size)),
                new Order("by area", area.thenComparing(time)),
                new Order("by life", life.thenComparing(size)));
    }

    /** Buffers that live at the fullest times come first. */
    private static Comparator<LiveRange> breadth(List<LiveRange> ranges) {
        TreeMap<Integer, Long> changes = new TreeMap<>();
        for (LiveRange range : ranges) {
            changes.merge(range.lower(), range.size(), Long::sum);
            changes.merge(range.upper(), -range.size(), Long::sum);
        }
        TreeMap<Integer, Long> alive = new TreeMap<>();
        long sum = 0;
        for (Map.Entry<Integer, Long> change : changes.entrySet()) {
            sum += change.getValue();
            alive.put(change.getKey(), sum);
        }
        Map<LiveRange, Long> fullest = new IdentityHashMap<>();
        for (LiveRange range : ranges) {
            fullest.put(
                    range,
                    Collections.max(alive.subMap(range.lower(), range.upper()).values()));
        }
        return Comparator.comparingLong((LiveRange range) -> -Objects.requireNonNull(fullest.get(range)));
    }

    private static int[] sorted(List<LiveRange> ranges, Comparator<LiveRange> comparator) {
        return IntStream.range(0, ranges.size())
                .boxed()
                .sorted(Comparator.comparing(ranges::get, comparator).thenComparing(Comparator.naturalOrder()))
                .mapToInt(i -> i)
                .toArray();
    }
}
