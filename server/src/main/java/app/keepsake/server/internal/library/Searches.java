package app.keepsake.server.internal.library;

import app.keepsake.catalog.Catalog;
import app.keepsake.memories.Search;
import app.keepsake.memories.SearchIndex;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be searched of a catalog at present. What may be seen and who is called how is asked of the catalog at each
 * reading; all else may be seconds old, since it is read anew beside the readings, which wait only for the first. Safe for
 * use by several threads.
 */
public final class Searches {
    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);
    private static final Duration LEAST_AGE = Duration.ofSeconds(2);

    /** So much longer than reading took, what was read is good enough while the catalog changes all the time. */
    private static final int TIMES_AS_LONG = 5;

    private final Catalog catalog;
    private final Supplier<Locale> locale;
    private final Supplier<Optional<String>> encoder;
    private @Nullable Read read;
    private @Nullable Current current;
    private boolean reading;

    /**
     * What was read.
     *
     * @param stamp of the catalog before it was read
     * @param at when, by the clock of nanoseconds
     * @param took nanoseconds
     */
    private record Read(String stamp, SearchIndex index, long at, long took) {}

    /** @param decided the revision of what may be seen */
    private record Current(String stamp, Read read, long decided, Set<Long> unseen, Search search) {}

    /** @param encoder the version of the owner's, if there is one */
    public Searches(Catalog catalog, Supplier<Locale> locale, Supplier<Optional<String>> encoder) {
        this.catalog = catalog;
        this.locale = locale;
        this.encoder = encoder;
    }

    public synchronized Search latest() {
        Read last = upToDate(stamp());
        // After what was read: what was found in it and may not be seen has raised this number by now.
        long decided = catalog.choices().revision();
        String stamp = stamp();
        Current known = current;
        if (known != null && known.read == last && known.stamp.equals(stamp)) {
            return known.search;
        }
        Set<Long> unseen = known != null && known.decided == decided
                ? known.unseen
                : catalog.assets().unseen();
        Search search = last.index.with(catalog.people().all(), unseen);
        current = new Current(stamp, last, decided, unseen, search);
        return search;
    }

    private String stamp() {
        return catalog.revision() + " " + locale.get() + " " + encoder.get().orElse("");
    }

    private Read upToDate(String stamp) {
        Read last = read;
        if (last == null) {
            Read first = readNow(stamp);
            read = first;
            return first;
        }
        long age = System.nanoTime() - last.at;
        if (!reading && !last.stamp.equals(stamp) && age > Math.max(LEAST_AGE.toNanos(), TIMES_AS_LONG * last.took)) {
            reading = true;
            Thread.ofPlatform().name("search").daemon().start(() -> readAgain(stamp));
        }
        return last;
    }

    private Read readNow(String stamp) {
        long begun = System.nanoTime();
        SearchIndex index = SearchIndex.read(catalog, locale.get(), encoder.get());
        long now = System.nanoTime();
        return new Read(stamp, index, now, now - begun);
    }

    private void readAgain(String stamp) {
        try {
            Read again = readNow(stamp);
            synchronized (this) {
                read = again;
            }
        } catch (RuntimeException e) {
            LOG.warn("What can be searched could not be read anew; the last reading is used", e);
        } finally {
            synchronized (this) {
                reading = false;
            }
        }
    }
}
