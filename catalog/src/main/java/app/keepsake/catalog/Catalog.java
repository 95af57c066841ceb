package app.keepsake.catalog;

import app.keepsake.catalog.internal.SqliteCatalog;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Everything that is known of a library, in one place. Safe for use by several threads, and by several processes at
 * once, of which one may index.
 *
 * <p>What was computed is safe from a killed process at once, and from a power cut within moments. What the user said
 * is safe from both when the method returns.
 */
public interface Catalog extends AutoCloseable {
    /**
     * Opens a catalog in one file, and makes it when there is none. Beside the file lie SQLite's own files ("-wal",
     * "-shm") and the indexing lock.
     *
     * @param clock tells when things are noted
     * @throws CatalogException when the file is no catalog, or one of a newer version, or cannot be written
     */
    static Catalog open(Path file, Clock clock) {
        return SqliteCatalog.open(file, clock);
    }

    /** With the system's clock. */
    static Catalog open(Path file) {
        return open(file, Clock.systemUTC());
    }

    LibraryFiles files();

    Assets assets();

    People people();

    MemoryShelf memories();

    Choices choices();

    Edits edits();

    /**
     * Starts to index. One at a time over all processes; close it to let others.
     *
     * @throws AlreadyIndexingException when another is at it
     */
    Indexing beginIndexing();

    @Override
    void close();
}
