package app.keepsake.catalog.internal;

import java.time.Duration;

/**
 * The database that holds a catalog: how transactions run on it, and how long what they wrote takes to be safe. SQL is
 * the same for all.
 *
 * <p>Computed data are written without waiting for the disk: a killed process loses nothing, a power cut at most the
 * last moments, and never the database's health. What the user said waits for the disk.
 */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /** Reads; each statement sees what is there when it begins. */
    <T> T read(SessionWork<T> work);

    /** Reads by several statements that all see the same state, row by row, on a connection of its own. */
    <T> T snapshot(SessionWork<T> work);

    /** One transaction on computed data, with no other at the same time but of {@link #writeFile}. */
    <T> T writeComputed(SessionWork<T> work);

    /** One transaction on the computed data of one file. On a server others may run at the same time. */
    <T> T writeFile(SessionWork<T> work);

    /** One transaction on what the user said, with no other at the same time but of {@link #writeFile}. */
    <T> T writeDurable(SessionWork<T> work);

    /** Something that is different after anything was written. */
    String revision();

    /**
     * Takes the right to index.
     *
     * @param patience how long to wait for another to let it go
     * @throws app.keepsake.catalog.AlreadyIndexingException when another has it for longer
     */
    IndexLock.Held lock(Duration patience);

    @Override
    void close();
}
