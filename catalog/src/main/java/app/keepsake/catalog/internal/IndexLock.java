package app.keepsake.catalog.internal;

import app.keepsake.catalog.AlreadyIndexingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets one at a time index, over all processes. A process that dies lets it go. */
abstract class IndexLock {
    private static final long POLL_MILLIS = 50;

    private final String catalog;

    /** @param catalog what it is called in messages */
    IndexLock(String catalog) {
        this.catalog = catalog;
    }

    /** The lock while it is held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes it, or gives nothing when another has it. */
    abstract @Nullable Held tryAcquire();

    /** Who has it, like " (process 12)", or nothing. */
    abstract String owner();

    /** See {@link Database#lock}. */
    final Held acquire(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Held held = tryAcquire();
        while (held == null && System.nanoTime() < end) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            held = tryAcquire();
        }
        if (held == null) {
            throw new AlreadyIndexingException(
                    "Another Keepsake%s is already indexing into %s. Wait until it has ended, or stop it."
                            .formatted(owner(), catalog));
        }
        return held;
    }
}
