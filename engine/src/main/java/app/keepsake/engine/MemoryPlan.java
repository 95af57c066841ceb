package app.keepsake.engine;

import app.keepsake.engine.internal.plan.Placement;
import app.keepsake.engine.internal.plan.PlanCheck;
import app.keepsake.engine.internal.plan.PlanFile;
import app.keepsake.engine.internal.plan.PlanPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Offsets for buffers in one arena. Immutable.
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

    /**
     * Places buffers by several methods and keeps the best plan; stops as soon as one reaches the bound. The same input
     * gives the same plan.
     *
     * @param steps how many single buffers may be placed in search of a smaller arena; 0 tries the quick orders only
     */
    public static MemoryPlan of(List<LiveRange> ranges, long steps) {
        return Placement.best(ranges, steps, Long.MAX_VALUE);
    }

    /**
     * As {@link #of(List, long)}, but stops after a time, whatever is left of the steps. Only a search that takes less
     * gives the same plan every time.
     */
    public static MemoryPlan of(List<LiveRange> ranges, long steps, Duration limit) {
        return Placement.best(ranges, steps, limit.toNanos());
    }

    /**
     * Reads a table of {@code id,lower,upper,size} rows with half-open lifetimes.
     *
     * @throws ModelException naming the line that is not one
     */
    public static List<LiveRange> readRanges(Path file) throws IOException {
        return PlanFile.read(file);
    }

    /** Writes the table that was read with a column {@code offset} more. */
    public void write(Path file) throws IOException {
        PlanFile.write(this, file);
    }

    /** The arena's size as a multiple of the bound, 1 at best. */
    public double ratio() {
        return bound == 0 ? 1 : (double) size / bound;
    }

    /**
     * Compares every pair of buffers, independently of how the plan was made.
     *
     * @throws ModelException naming two buffers that share memory while both are needed
     */
    public void validate() {
        PlanCheck.validate(this);
    }

    /** A picture, time from left to right and addresses from bottom to top, coloured by group. */
    public String svg() {
        return PlanPicture.svg(this);
    }
}
