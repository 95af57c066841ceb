package app.keepsake.engine.internal.plan;

/**
 * What a search may cost: a number of placed buffers, which makes its result the same on every machine, and a time as a
 * safeguard for slow ones.
 */
final class Budget {
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;

    private final long start;
    private final long nanos;
    private long steps;
    private int unseen;
    private boolean late;

    Budget(long steps, long nanos) {
        this(steps, System.nanoTime(), nanos);
    }

    private Budget(long steps, long start, long nanos) {
        this.steps = steps;
        this.start = start;
        this.nanos = nanos;
    }

    /** Sets steps aside for one search. */
    Budget part(long count) {
        long granted = Math.min(count, left());
        steps -= granted;
        return new Budget(granted, start, nanos);
    }

    long left() {
        return late ? 0 : steps;
    }

    /** Takes steps away; false if nothing is left. */
    boolean spend(int count) {
        steps -= count;
        unseen += count;
        if (unseen >= STEPS_BETWEEN_LOOKS_AT_THE_CLOCK) {
            unseen = 0;
            late |= System.nanoTime() - start > nanos;
        }
        return steps > 0 && !late;
    }
}
