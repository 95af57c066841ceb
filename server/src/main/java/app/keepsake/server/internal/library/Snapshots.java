package app.keepsake.server.internal.library;

import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of a catalog. It is made anew when the catalog's files have changed, while others write at most
 * every few seconds. Safe for use by several threads.
 */
public final class Snapshots {
    private static final long LEAST_AGE_NANOS = Duration.ofSeconds(3).toNanos();

    private final Catalog catalog;
    private final Path file;
    private final Supplier<Locale> locale;
    private @Nullable Snapshot latest;
    private long madeAt;
    private String stamp = "";

    public Snapshots(Catalog catalog, Path file, Supplier<Locale> locale) {
        this.catalog = catalog;
        this.file = file;
        this.locale = locale;
    }

    public synchronized Snapshot latest() {
        Snapshot known = latest;
        String now = stamp();
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

    private String stamp() {
        return stamp(file) + " " + stamp(file.resolveSibling(file.getFileName() + "-wal")) + " " + locale.get();
    }

    private static String stamp(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis() + ":" + Files.size(path);
        } catch (IOException none) {
            return "-";
        }
    }
}
