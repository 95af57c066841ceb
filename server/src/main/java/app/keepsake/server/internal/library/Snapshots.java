package app.keepsake.server.internal.library;

import app.keepsake.catalog.Catalog;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of a catalog. It is made anew when something was written into the catalog, while others write at most
 * every few seconds. Safe for use by several threads.
 */
public final class Snapshots {
    private static final long LEAST_AGE_NANOS = Duration.ofSeconds(3).toNanos();

    private final Catalog catalog;
    private final Supplier<Locale> locale;
    private @Nullable Snapshot latest;
    private long madeAt;
    private String stamp = "";

    public Snapshots(Catalog catalog, Supplier<Locale> locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    public synchronized Snapshot latest() {
        Snapshot known = latest;
        String now = catalog.revision() + " " + locale.get();
        if (known != null && (now.equals(stamp) || System.nanoTime() - madeAt < LEAST_AGE_NANOS)) {
            return known;
        }
        Snapshot made = Snapshot.of(catalog, locale.get());
        latest = made;
        stamp = now;
        madeAt = System.nanoTime();
        return made;
    }

    /** The user changed something, and wants to see it. */
    public synchronized void forget() {
        latest = null;
    }
}
