package app.keepsake.operations.disk;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Work in the hands of a thread that may be lost over it. Thread-safe. */
final class Hand<T> implements Callable<T> {
    private final Callable<T> work;
    private final Runnable back;
    private @Nullable Thread thread;
    private boolean isLost;

    /** @param back done when the work ends after it was lost */
    Hand(Callable<T> work, Runnable back) {
        this.work = work;
        this.back = back;
    }

    @Override
    public T call() throws Exception {
        begin(Thread.currentThread());
        try {
            return work.call();
        } finally {
            end();
        }
    }

    private synchronized void begin(Thread own) {
        thread = own;
    }

    private synchronized void end() {
        thread = null;
        if (isLost) {
            back.run();
        }
    }

    /** Nobody waits for it any more. Returns the thread that it holds. */
    synchronized Optional<Thread> lose() {
        isLost = true;
        return Optional.ofNullable(thread);
    }
}
