package app.keepsake.server.internal.library;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.InForce;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of a catalog. It is made anew at once when something was decided about what may be shown, and when
 * anything else was written into the catalog at most every few seconds. Safe for use by several threads.
 */
public final class Snapshots {
    private static final long LEAST_AGE_NANOS = Duration.ofSeconds(3).toNanos();

    private final Catalog catalog;
    private final Supplier<Locale> locale;
    private @Nullable Snapshot latest;
    private long madeAt;
    private String stamp = "";
    private long decided;

    public Snapshots(Catalog catalog, Supplier<Locale> locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    public synchronized Snapshot latest() {
        Snapshot known = latest;
        String now = catalog.revision() + " " + locale.get();
        if (known != null
                && (now.equals(stamp)
                        || (catalog.choices().revision() == decided && System.nanoTime() - madeAt < LEAST_AGE_NANOS))) {
            return known;
        }
        InForce choices = catalog.choices().inForce();
        Snapshot made = Snapshot.of(catalog, choices, locale.get());
        latest = made;
        stamp = now;
        decided = choices.revision();
        madeAt = System.nanoTime();
        return made;
    }

    /** The user changed something, and wants to see it. */
    public synchronized void forget() {
        latest = null;
    }
}
