package app.keepsake.engine.internal.run;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;

/**
 * Rests between steps so that work takes only a share of the processor in the long run. Short steps are summed up first,
 * because a sleep of microseconds is not exact.
 */
public final class Pace {
    private static final long SHORTEST_REST = 2_000_000;
    private static final long LONGEST_REST = 20_000_000;

    private final double restPerWork;
    private final LongUnaryOperator sleep;
    private long owed;

    /**
     * @param duty the share of one core
     * @param threads that work at the same time
     */
    public Pace(double duty, int threads) {
        this(duty, threads, nanos -> {
            long start = System.nanoTime();
            LockSupport.parkNanos(nanos);
            return System.nanoTime() - start;
        });
    }

    /**
     * @param sleep sleeps for about so many nanoseconds and tells for how many it did
     */
    Pace(double duty, int threads, LongUnaryOperator sleep) {
        restPerWork = Math.max(0, threads / duty - 1);
        this.sleep = sleep;
    }

    /** Of several callers each pays what all have worked. */
    synchronized void rest(long worked, BooleanSupplier cancelled) {
        if (restPerWork == 0) {
            return;
        }
        owed += (long) (worked * restPerWork);
        while (owed > SHORTEST_REST && !cancelled.getAsBoolean()) {
            owed -= sleep.applyAsLong(Math.min(owed, LONGEST_REST));
        }
    }
}
