package app.keepsake.catalog.internal;

import app.keepsake.catalog.Sharing;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The database that holds a catalog: how transactions run on it, and how long what they wrote takes to be safe. SQL is
 * the same for all.
 *
 * <p>Computed data are written without waiting for the disk: a killed process loses nothing, a power cut at most the
 * last moments, and never the database's health. What the user said waits for the disk.
 */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /** Something done with a session. It may be done again from the start when another writer came in between. */
    interface Work<T> {
        T apply(Session session) throws SQLException;
    }

    /** Reads; each statement sees what is there when it begins. */
    <T> T read(Work<T> work);

    /** Reads by several statements that all see the same state, row by row, on a connection of its own. */
    <T> T snapshot(Work<T> work);

    /** One transaction on computed data, with no other at the same time but of {@link #measureAdding}. */
    <T> T writeComputed(Work<T> work);

    /** One transaction on the computed data of one file. On a server others may run at the same time. */
    <T> T writeFile(Work<T> work);

    /** One transaction on what the user said, with no other at the same time but of {@link #measureAdding}. */
    <T> T writeDurable(Work<T> work);

    /** Something that is different after anything was written. */
    String revision();

    /**
     * Takes the right to index.
     *
     * @param patience how long to wait for another to let it go
     * @throws app.keepsake.catalog.AlreadyIndexingException when another has it for longer
     */
    IndexLock.Held lock(Duration patience);

    /** See {@link app.keepsake.catalog.Catalog#sharing}. */
    Optional<Sharing> sharing(Clock clock);

    @Override
    void close();
}
