package app.keepsake.engine;

import java.util.List;

/**
 * Offsets for buffers in one arena, as {@link MemoryPlanner} finds them. Immutable.
 *
 * @param offsets one for each range, in their order
 * @param size what the arena must hold
 * @param bound the most that is alive at one step, which no plan can go below
 * @param method how the offsets were found
 */
public record MemoryPlan(List<LiveRange> ranges, List<Long> offsets, long size, long bound, String method) {
    public MemoryPlan {
        ranges = List.copyOf(ranges);
        offsets = List.copyOf(offsets);
    }

    /** The arena's size as a multiple of the bound, 1 at best. */
    public double ratio() {
        return bound == 0 ? 1 : (double) size / bound;
    }
}
