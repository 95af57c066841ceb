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
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Tries the quick orders, then the exact search for few buffers or a climb from the best order for many. */
public final class Placement {
    private static final int FEW = 9;
    private static final long SEED = 7;

    private Placement() {}

    /** An order to place buffers in. */
    private record Order(String name, Comparator<LiveRange> comparator) {}

    public static MemoryPlan best(List<LiveRange> ranges, int effort) {
        Arena arena = new Arena(ranges);
        long bound = bound(ranges);
        long[] offsets = new long[ranges.size()];
        String method = "empty";
        int[] bestOrder = {};
        long best = Long.MAX_VALUE;
        for (Order order : orders(ranges)) {
            int[] indices = sorted(ranges, order.comparator());
            for (boolean tight : new boolean[] {false, true}) {
                long size = arena.place(indices, tight, Long.MAX_VALUE);
                if (size < best) {
                    best = size;
                    bestOrder = indices;
                    method = order.name() + (tight ? ", best fit" : ", first fit");
                    arena.copyOffsets(offsets);
                }
                if (best <= bound) {
                    return plan(ranges, offsets, best, bound, method);
                }
            }
        }
        if (effort > 0 && !ranges.isEmpty()) {
            OrderSearch search = new OrderSearch(arena, bound);
            long found = ranges.size() <= FEW ? search.exact(best) : search.climb(bestOrder, best, effort / 4);
            if (found < best) {
                best = found;
                method = ranges.size() <= FEW ? "exact" : "climbing";
                offsets = search.offsets();
            }
        }
        if (best > bound && ranges.size() > FEW && effort > 0) {
            return searched(ranges, new MemoryPlan(ranges, boxed(offsets), best, bound, method), effort);
        }
        return plan(ranges, offsets, ranges.isEmpty() ? 0 : best, bound, method);
    }

    private static MemoryPlan plan(List<LiveRange> ranges, long[] offsets, long size, long bound, String method) {
        return new MemoryPlan(ranges, boxed(offsets), size, bound, method);
    }

    private static List<Long> boxed(long[] offsets) {
        return Arrays.stream(offsets).boxed().toList();
    }

    /** Asks again and again for a smaller arena, trying candidates in other orders each time. */
    private static MemoryPlan searched(List<LiveRange> ranges, MemoryPlan known, int effort) {
        SectionSearch search = new SectionSearch(ranges);
        Random random = new Random(SEED);
        MemoryPlan best = known;
        for (int round = 0; round < effort && best.size() > best.bound(); round++) {
            // Ask for a fraction of what is still above the bound, so that success is likely and worth something.
            long excess = best.size() - best.bound();
            long capacity = best.bound() + (long) (excess * (round % 4 == 0 ? 0.5 : 0.9));
            if (search.find(capacity, search.order(random, round), 3 * ranges.size())) {
                long size = 0;
                for (int i = 0; i < ranges.size(); i++) {
                    size = Math.max(size, search.offsets()[i] + ranges.get(i).size());
                }
                best = plan(ranges, search.offsets(), size, known.bound(), "sections");
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
        return Comparator.comparingLong((LiveRange range) -> -fullest.get(range));
    }

    private static int[] sorted(List<LiveRange> ranges, Comparator<LiveRange> comparator) {
        return IntStream.range(0, ranges.size())
                .boxed()
                .sorted(Comparator.comparing(ranges::get, comparator).thenComparing(Comparator.naturalOrder()))
                .mapToInt(i -> i)
                .toArray();
    }
}
