package app.keepsake.media.internal.ffmpeg;

import app.keepsake.media.MediaException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Encodes while the caller makes the next frame. Steps run one after the other in the order given; few of them wait, so
 * memory stays bounded. The first failure stops all later steps and is thrown to the caller at its next call.
 */
final class EncodingThread implements AutoCloseable {
    private static final int WAITING = 4;

    /** One piece of encoding. */
    interface Step {
        void run() throws MediaException;
    }

    private record Task(Step step, Runnable after, boolean last) {}

    private static final Task LAST = new Task(() -> {}, () -> {}, true);

    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread = Thread.ofPlatform().name("encoder").daemon().start(this::work);

    private void work() {
        try {
            for (Task task = tasks.take(); !task.last; task = tasks.take()) {
                if (failure.get() == null) {
                    attempt(task.step);
                }
                task.after.run();
            }
        } catch (InterruptedException e) {
            // Only close() interrupts, and nobody waits for the rest then.
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (MediaException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Hands over a step; waits while too many are waiting. */
    void submit(Step step) throws MediaException {
        submit(step, () -> {});
    }

    /** As {@link #submit(Step)}; {@code after} runs behind the step, and also when an earlier failure cancels the step. */
    void submit(Step step, Runnable after) throws MediaException {
        throwFailure();
        put(new Task(step, after, false));
    }

    /** Waits until all steps are done. */
    void finish() throws MediaException {
        put(LAST);
        join();
        throwFailure();
    }

    private void put(Task task) {
        try {
            tasks.put(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the encoder.", e);
        }
    }

    void throwFailure() throws MediaException {
        switch (failure.get()) {
            case null -> {}
            case MediaException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** Drops the waiting steps and waits for the running one, after which native memory may be freed. */
    @Override
    public void close() {
        failure.compareAndSet(null, new IllegalStateException("The movie was closed."));
        thread.interrupt();
        join();
    }

    private void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
