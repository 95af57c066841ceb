package app.keepsake.server.internal.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A piece of work in the queue, and what becomes of it. */
final class Work {
    final long id;
    final ServiceJob.Order order;

    /** Completed, never exceptionally, when the work is over. */
    final CompletableFuture<ServiceJob.Outcome> outcome = new CompletableFuture<>();

    /** How many wait for the outcome. */
    final AtomicInteger awaited = new AtomicInteger();

    volatile ServiceJob job;
    volatile boolean stopping;

    /** Whether a person stopped it. */
    volatile boolean cancelled;

    /** Whether it took too long. */
    volatile boolean late;

    /** Whether it is done though nobody waits for its outcome. */
    volatile boolean wanted;

    volatile @Nullable ChildProcess process;

    Work(long id, ServiceJob.Order order) {
        this.id = id;
        this.order = order;
        this.job = new ServiceJob(
                id, order.kind(), order.subject(), order.background(), ServiceJob.State.WAITING, "", 0, 0, "");
    }

    boolean isOver() {
        return job.state().isOver();
    }

    /** Asks it to end; false when it has not begun. */
    boolean stop() {
        stopping = true;
        ChildProcess running = process;
        if (running == null) {
            return false;
        }
        Thread unused = Readers.start("stops a command", running::stop);
        return true;
    }
}
