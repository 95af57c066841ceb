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
 * spin for a moment, because the next step usually follows within microseconds, and then sleep until they are called.
 */
public final class Workers implements AutoCloseable {
    /** Some tens of microseconds. */
    private static final int SPINS = 4_000;

    private static final long INDEX = 0xFFFF_FFFFL;
    private static final long CLOSED = 0x7FFF_FFFFL;

    private final Helper[] helpers;
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
        helpers = new Helper[count - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
        }
        for (Helper helper : helpers) {
            helper.start();
        }
    }

    public int count() {
        return helpers.length + 1;
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
            return runAlone(work, cancellation);
        } finally {
            turn.unlock();
        }
    }

    private boolean runAlone(Step work, BooleanSupplier cancellation) {
        cancelled = cancellation;
        stopped = false;
        failure = null;
        int count = work.tasks();
        if (count == 1 || helpers.length == 0) {
            for (int task = 0; task < count && !stopped; task++) {
                perform(work, task, 0);
            }
        } else {
            share(work, count);
        }
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("A step failed: " + thrown, thrown);
        }
        return !stopped;
    }

    private void share(Step work, int count) {
        long number = ((ticket.get() >>> 32) + 1) << 32;
        ticket.set(number | CLOSED);
        finished.set(0);
        step = work;
        tasks = count;
        ticket.set(number);
        for (Helper helper : helpers) {
            if (helper.asleep) {
                LockSupport.unpark(helper);
            }
        }
        takeTasks(0);
        for (int spins = 0; finished.get() < count; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
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

    private boolean isIdle() {
        return (ticket.get() & INDEX) >= tasks && !closed;
    }

    @Override
    public void close() {
        closed = true;
        for (Helper helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    /** A thread that takes tasks whenever there are some. */
    private final class Helper extends Thread {
        private final int worker;
        /** Set before it looks for work the last time, so that whoever offers work after that sees it and wakes it. */
        private volatile boolean asleep;

        Helper(int worker) {
            super(null, null, "engine-" + worker, 0, false);
            this.worker = worker;
            setDaemon(true);
        }

        @Override
        public void run() {
            int spins = 0;
            while (!closed) {
                if (!isIdle()) {
                    takeTasks(worker);
                    spins = 0;
                } else if (spins++ < SPINS) {
                    Thread.onSpinWait();
                } else {
                    sleepUntilCalled();
                    spins = 0;
                }
            }
        }

        private void sleepUntilCalled() {
            asleep = true;
            while (isIdle()) {
                LockSupport.park(Workers.this);
            }
            asleep = false;
        }
    }
}
