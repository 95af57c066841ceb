package app.keepsake.server.internal.http;

import app.keepsake.server.internal.wire.Problem;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether what is sent may still be seen, asked again and again while it is on its way. Not thread-safe. */
final class Permit {
    private static final long ASKED_EACH_NANOS = Duration.ofSeconds(1).toNanos();

    private final BooleanSupplier allowed;
    private long askedAt = System.nanoTime();

    /** @param allowed was true a moment ago, and is asked at most once a second */
    Permit(BooleanSupplier allowed) {
        this.allowed = allowed;
    }

    /** @throws Problem when it may not be seen any more */
    void check() {
        long now = System.nanoTime();
        if (now - askedAt < ASKED_EACH_NANOS) {
            return;
        }
        askedAt = now;
        if (!allowed.getAsBoolean()) {
            throw new Problem(404, "gone", "This may not be shown any more.");
        }
    }
}
