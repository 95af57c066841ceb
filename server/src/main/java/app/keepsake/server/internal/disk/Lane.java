package app.keepsake.server.internal.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions to one folder's disk. Thread-safe. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** More questions at the same time make no disk faster, and these may all be lost to one that stalls. */
    private static final int THREADS = 4;

    private static final int WAITING = 1000;
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    /** Questions that nobody waits for any more, and that hold a thread. */
    private final AtomicInteger lost = new AtomicInteger();

    private volatile long missedAt;
    private volatile boolean missed;

    Lane(Path folder) {
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("disk " + folder).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    private static final class Question<T> implements Callable<T> {
        private final Lane lane;
        private final Callable<T> asked;
        private boolean running;
        private boolean over;
        private boolean isLost;

        Question(Lane lane, Callable<T> asked) {
            this.lane = lane;
            this.asked = asked;
        }

        @Override
        public T call() throws Exception {
            synchronized (this) {
                running = true;
            }
            try {
                return asked.call();
            } finally {
                end();
            }
        }

        private synchronized void end() {
            over = true;
            if (isLost && lane.lost.decrementAndGet() == 0) {
                // The disk is there again.
                lane.missed = false;
            }
        }

        /** Nobody waits for it any more. */
        synchronized void lose() {
            if (running && !over) {
                isLost = true;
                lane.lost.incrementAndGet();
            }
        }
    }

    <T> T ask(Callable<T> asked, Duration deadline, Duration leftAlone, Path told) throws IOException {
        if (missed && System.nanoTime() - missedAt < leftAlone.toNanos()) {
            throw new StalledDisk(told);
        }
        Question<T> question = new Question<>(this, asked);
        Future<T> answer;
        try {
            answer = threads.submit(question);
        } catch (RejectedExecutionException full) {
            throw new StalledDisk(told);
        }
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            missedAt = System.nanoTime();
            missed = true;
            question.lose();
            // Without an interrupt: whoever interrupts a thread that reads a channel closes the channel, and waits
            // until
            // the disk has answered.
            boolean ignored = answer.cancel(false);
            throw new StalledDisk(told);
        } catch (InterruptedException e) {
            boolean ignored = answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for a disk.", e);
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
        }
    }

    void later(Closeable opened) {
        try {
            threads.execute(() -> {
                try {
                    opened.close();
                } catch (IOException e) {
                    LOG.debug("A file could not be closed", e);
                }
            });
        } catch (RejectedExecutionException full) {
            // Files that nobody holds any more are closed in the end.
            LOG.debug("A file is not closed now", full);
        }
    }

    private static IOException thrown(Throwable cause) {
        return switch (cause) {
            case IOException failure -> failure;
            case UncheckedIOException failure -> Objects.requireNonNull(failure.getCause());
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> new IOException(cause);
        };
    }

    /** Interrupts nobody, for the same reason; its threads end with the process. */
    void close() {
        threads.shutdown();
        threads.getQueue().clear();
    }
}
