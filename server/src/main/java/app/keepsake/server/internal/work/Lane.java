package app.keepsake.server.internal.work;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done one piece at a time, on a thread of its own: what a person waits for first. A piece that fails, for
 * whatever reason, fails alone.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final PriorityBlockingQueue<Work> queue = new PriorityBlockingQueue<>(
            16, Comparator.comparing((Work work) -> work.order.background()).thenComparing(work -> work.id));
    private final Doing doing;
    private final BiConsumer<Work, ServiceJob.Outcome> over;
    private final Thread thread;
    private volatile @Nullable Work current;
    private volatile boolean closed;

    /** How work is done. */
    interface Doing {
        ServiceJob.Outcome apply(Work work) throws InterruptedException;
    }

    /**
     * @param name of the thread
     * @param over is told of each piece when it is over
     */
    Lane(String name, Doing doing, BiConsumer<Work, ServiceJob.Outcome> over) {
        this.doing = doing;
        this.over = over;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::work);
    }

    void add(Work work) {
        queue.add(work);
    }

    /** Takes work out again; false when it has begun, or was never here. */
    boolean remove(Work work) {
        return queue.remove(work);
    }

    /** What is done at present. */
    Optional<Work> current() {
        return Optional.ofNullable(current);
    }

    private void work() {
        while (!closed) {
            try {
                Work work = queue.take();
                current = work;
                over.accept(work, outcome(work));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("Telling what work came to failed", e);
            } finally {
                current = null;
            }
        }
    }

    private ServiceJob.Outcome outcome(Work work) {
        try {
            return doing.apply(work);
        } catch (InterruptedException e) {
            // Whoever waits for it would wait for ever.
            closed = true;
            return new ServiceJob.Outcome(ServiceJob.State.STOPPED, 0, List.of(), Optional.empty());
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Work {}, {}, failed by a defect or by settings that cannot be read",
                    work.id,
                    work.order.kind(),
                    e);
            return new ServiceJob.Outcome(
                    ServiceJob.State.FAILED, 1, List.of(), Optional.of("Keepsake failed at this. Its log tells why."));
        }
    }

    /** Begins nothing more, and waits a while until what is done at present has ended. */
    void close(Duration patience) {
        closed = true;
        thread.interrupt();
        try {
            boolean ignored = thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
