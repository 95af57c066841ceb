package app.keepsake.engine;

import app.keepsake.engine.internal.plan.Placement;
import app.keepsake.engine.internal.plan.PlanCheck;
import java.time.Duration;
import java.util.List;

/** Finds places for buffers in one arena. */
public final class MemoryPlanner {
    private MemoryPlanner() {}

    /**
     * Places buffers by several methods and keeps the best plan; stops as soon as one reaches the bound. The same input
     * gives the same plan.
     *
     * @param steps how many single buffers may be placed in search of a smaller arena; 0 tries the quick orders only
     */
    public static MemoryPlan plan(List<LiveRange> ranges, long steps) {
        return Placement.best(ranges, steps, Long.MAX_VALUE);
    }

    /**
     * As {@link #plan(List, long)}, but stops after a time, whatever is left of the steps. Only a search that takes less
     * gives the same plan every time.
     */
    public static MemoryPlan plan(List<LiveRange> ranges, long steps, Duration limit) {
        return Placement.best(ranges, steps, limit.toNanos());
    }

    /**
     * Compares every pair of buffers, independently of how the plan was made.
     *
     * @throws ModelException naming two buffers that share memory while both are needed
     */
    public static void validate(MemoryPlan plan) {
        PlanCheck.validate(plan);
    }
}
