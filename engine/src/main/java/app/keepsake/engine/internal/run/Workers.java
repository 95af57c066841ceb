package app.keepsake.engine.internal.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the tasks of one step at a time. The caller works too, so one thread means no other. Waiting threads
 * spin for a moment, because the next step usually follows within microseconds, and then park.
 */
public final class Workers implements AutoCloseable {
    private static final int SPINS = 20_000;

    private final Thread[] threads;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile int generation;
    private volatile boolean closed;
    private volatile @Nullable Step step;
    private volatile @Nullable Throwable failure;
    private volatile boolean stopped;
    private BooleanSupplier cancelled = () -> false;

    public Workers(int count) {
        threads = new Thread[count - 1];
        for (int i = 0; i < threads.length; i++) {
            int worker = i + 1;
            threads[i] = Thread.ofPlatform().daemon().name("engine-" + worker).start(() -> serve(worker));
        }
    }

    public int count() {
        return threads.length + 1;
    }

    /**
     * Runs all tasks of a step, asking before each whether to stop.
     *
     * @return false if stopped
     */
    public boolean run(Step work, BooleanSupplier cancellation) {
        cancelled = cancellation;
        stopped = false;
        failure = null;
        next.set(0);
        step = work;
        boolean shares = threads.length > 0 && work.tasks() > 1;
        if (shares) {
            busy.set(threads.length);
            generation++;
            for (Thread thread : threads) {
                LockSupport.unpark(thread);
            }
        }
        takeTasks(work, 0);
        for (int spins = 0; shares && busy.get() > 0; spins++) {
            pause(spins);
        }
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("A step failed: " + thrown, thrown);
        }
        return !stopped;
    }

    private void takeTasks(Step work, int worker) {
        int tasks = work.tasks();
        try {
            for (int task = next.getAndIncrement(); task < tasks && !stopped; task = next.getAndIncrement()) {
                if (cancelled.getAsBoolean()) {
                    stopped = true;
                    return;
                }
                work.run(task, worker);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            stopped = true;
        }
    }

    private void serve(int worker) {
        int seen = 0;
        while (!closed) {
            for (int spins = 0; generation == seen && !closed; spins++) {
                pause(spins);
            }
            Step work = step;
            if (generation != seen && work != null) {
                seen = generation;
                takeTasks(work, worker);
                busy.decrementAndGet();
            }
        }
    }

    private static void pause(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(50_000);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
