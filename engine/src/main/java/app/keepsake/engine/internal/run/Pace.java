package app.keepsake.engine.internal.run;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Rests between steps so that work takes only a share of the processor in the long run. Short steps are summed up first,
 * because a sleep of microseconds is not exact.
 */
public final class Pace {
    private static final long SHORTEST_REST = 2_000_000;
    private static final long LONGEST_REST = 20_000_000;

    private final double restPerWork;
    private long owed;

    /**
     * @param duty the share of one core
     * @param threads that work at the same time
     */
    public Pace(double duty, int threads) {
        restPerWork = Math.max(0, threads / duty - 1);
    }

    void rest(long worked, BooleanSupplier cancelled) {
        if (restPerWork == 0) {
            return;
        }
        owed += (long) (worked * restPerWork);
        while (owed > SHORTEST_REST && !cancelled.getAsBoolean()) {
            long start = System.nanoTime();
            LockSupport.parkNanos(Math.min(owed, LONGEST_REST));
            owed -= System.nanoTime() - start;
        }
    }
}
