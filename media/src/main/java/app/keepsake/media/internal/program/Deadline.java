package app.keepsake.media.internal.program;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends a process that does not do something in time: what then waits for its pipes fails. */
final class Deadline implements AutoCloseable {
    private final CompletableFuture<Boolean> met = new CompletableFuture<>();

    Deadline(Process process, Duration patience) {
        CompletableFuture<Void> ignored = met.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(inTime -> {
                    if (!inTime) {
                        process.destroyForcibly();
                    }
                });
    }

    /** What was waited for is done. */
    @Override
    public void close() {
        met.complete(true);
    }
}
