package app.keepsake.catalog;

import app.keepsake.catalog.internal.SqlCatalog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Everything that is known of a library, in one place. Safe for use by several threads, and by several processes at
 * once, of which one may index.
 *
 * <p>What was computed is safe from a killed process at once, and from a power cut within moments. What the user said
 * is safe from both when the method returns.
 */
public interface Catalog extends AutoCloseable {
    /**
     * Opens a catalog, and makes it when there is none. Beside a file lie SQLite's own files ("-wal", "-shm") and two
     * whose locks say who indexes, and who begins it.
     *
     * @param clock tells when things are noted
     * @throws CatalogException when there is no catalog but something else, or one of a newer version, or it cannot be
     *     reached or written
     */
    static Catalog open(CatalogLocation location, Clock clock) {
        return SqlCatalog.open(location, clock);
    }

    /** With the system's clock. */
    static Catalog open(CatalogLocation location) {
        return open(location, Clock.systemUTC());
    }

    /** In one file, with the system's clock. */
    static Catalog open(Path file) {
        return open(new CatalogLocation.InFile(file));
    }

    LibraryFiles files();

    Assets assets();

    Albums albums();

    /** The writing in photos. */
    Texts texts();

    /** What the owner's encoder says of photos. */
    Encodings encodings();

    People people();

    Doubts doubts();

    Pets pets();

    MemoryShelf memories();

    Choices choices();

    Edits edits();

    Marks marks();

    Dates dates();

    /** All that cannot be computed again, as it is at this moment. */
    Said said();

    /**
     * Takes over what was said elsewhere or before, all of it or nothing. Nobody may index meanwhile. Afterwards what
     * was made already is to be looked at: something may be hidden now.
     *
     * @param last is run when all is written and before it counts: if it fails, nothing was written
     * @throws AlreadyIndexingException when another is at it for long
     */
    Restored restore(Said said, Restored.Way way, Runnable last);

    /** What {@link #restore} would do. */
    Restored rehearse(Said said, Restored.Way way);

    /**
     * Starts to index. One at a time over all processes; close it to let others.
     *
     * @throws AlreadyIndexingException when another is at it
     */
    Indexing beginIndexing();

    /** The sharing of work with other machines; none where the catalog is a file. */
    Optional<Sharing> sharing();

    /** Something that is different after anything was written. Takes moments to tell. */
    String revision();

    @Override
    void close();
}
