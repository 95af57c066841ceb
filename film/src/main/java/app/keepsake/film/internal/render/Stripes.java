package app.keepsake.film.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs work on stripes of a frame, one for each thread, and waits for all. */
final class Stripes implements AutoCloseable {
    /** Work on rows {@code top} to {@code bottom} by the thread of that number. */
    interface Work {
        void on(int thread, int top, int bottom);
    }

    private final int height;
    private final int threads;
    private final ExecutorService pool;

    Stripes(int height, int threads) {
        this.height = height;
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "film stripe");
            thread.setDaemon(true);
            return thread;
        });
    }

    void run(Work work) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            int thread = i;
            running.add(pool.submit(() -> work.on(thread, edge(thread), edge(thread + 1))));
        }
        work.on(0, edge(0), edge(1));
        for (Future<?> stripe : running) {
            try {
                stripe.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while drawing.", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("Drawing failed.", e.getCause());
            }
        }
    }

    private int edge(int thread) {
        return height * thread / threads;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
