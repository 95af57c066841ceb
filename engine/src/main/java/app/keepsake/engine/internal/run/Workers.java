package app.keepsake.engine.internal.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the tasks of one step at a time. The caller works too, so one thread means no other. Nobody waits for
 * a thread that has not begun: where the machine is busy with other things, the caller does the work alone. Waiting threads
 * spin for a moment, because the next step usually follows within microseconds, and then park.
 */
public final class Workers implements AutoCloseable {
    private static final int SPINS = 4_000;
    private static final long INDEX = 0xFFFF_FFFFL;
    private static final long CLOSED = 0x7FFF_FFFFL;

    private final Thread[] threads;
    private final ReentrantLock turn = new ReentrantLock(true);
    /**
     * The step's number in the upper half and its next task in the lower. Each thread claims a task by raising it, which
     * fails if the step has changed since the thread looked. Step and tasks change only while no task is offered.
     */
    private final AtomicLong ticket = new AtomicLong(CLOSED);

    private final AtomicInteger finished = new AtomicInteger();
    private volatile boolean closed;
    private volatile int tasks;
    private volatile @Nullable Step step;
    private volatile @Nullable Throwable failure;
    private volatile boolean stopped;
    private volatile BooleanSupplier cancelled = () -> false;

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
     * Runs all tasks of a step, asking before each whether to stop. Of several callers each has its turn after one step of
     * another.
     *
     * @return false if stopped
     */
    public boolean run(Step work, BooleanSupplier cancellation) {
        turn.lock();
        try {
            return share(work, cancellation);
        } finally {
            turn.unlock();
        }
    }

    private boolean share(Step work, BooleanSupplier cancellation) {
        long number = ((ticket.get() >>> 32) + 1) << 32;
        ticket.set(number | CLOSED);
        cancelled = cancellation;
        stopped = false;
        failure = null;
        finished.set(0);
        step = work;
        tasks = work.tasks();
        ticket.set(number);
        if (tasks > 1) {
            for (Thread thread : threads) {
                LockSupport.unpark(thread);
            }
        }
        takeTasks(0);
        for (int spins = 0; finished.get() < tasks; spins++) {
            pause(spins);
        }
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("A step failed: " + thrown, thrown);
        }
        return !stopped;
    }

    private void takeTasks(int worker) {
        while (true) {
            long seen = ticket.get();
            long task = seen & INDEX;
            Step work = step;
            if (work == null || task >= tasks) {
                return;
            }
            if (ticket.compareAndSet(seen, seen + 1)) {
                perform(work, (int) task, worker);
                finished.incrementAndGet();
            }
        }
    }

    /** Once stopped, the tasks that are left are only counted. */
    private void perform(Step work, int task, int worker) {
        try {
            if (!stopped && !cancelled.getAsBoolean()) {
                work.run(task, worker);
            } else {
                stopped = true;
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            stopped = true;
        }
    }

    private void serve(int worker) {
        int spins = 0;
        while (!closed) {
            if ((ticket.get() & INDEX) < tasks) {
                takeTasks(worker);
                spins = 0;
            } else {
                pause(spins++);
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
