package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;

/**
 * The connections to one file. Computed data are written without waiting for the disk: a killed process loses nothing,
 * a power cut at most the last moments, and never the file's health (SQLite's WAL with synchronous=NORMAL). What the
 * user said waits for the disk (synchronous=FULL).
 */
final class Database implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MS = 15_000;

    /** Something done with a session. */
    interface Work<T> {
        T apply(Session session) throws SQLException;
    }

    private final Path file;
    private final Session reader;
    private final Session computed;
    private final Session said;

    Database(Path file) {
        this.file = file;
        this.reader = new Session(connect(file, SynchronousMode.NORMAL));
        this.computed = new Session(connect(file, SynchronousMode.NORMAL));
        this.said = new Session(connect(file, SynchronousMode.FULL));
    }

    static Connection connect(Path file, SynchronousMode synchronous) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(true);
        // A transaction that means to write says so at once; one that begins by reading could not wait its turn later.
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        try {
            return config.createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    <T> T read(Work<T> work) {
        synchronized (reader) {
            try {
                return work.apply(reader);
            } catch (SQLException e) {
                throw failure(file, e);
            }
        }
    }

    /** Reads by several statements that all see the same state, on a connection of its own. */
    <T> T snapshot(Work<T> work) {
        try (Session session = new Session(connect(file, SynchronousMode.NORMAL))) {
            session.update("BEGIN DEFERRED");
            return work.apply(session);
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** One transaction on computed data. */
    <T> T compute(Work<T> work) {
        return transaction(computed, work);
    }

    /** One transaction on what the user said. */
    <T> T say(Work<T> work) {
        return transaction(said, work);
    }

    private <T> T transaction(Session session, Work<T> work) {
        synchronized (session) {
            try {
                session.connection().setAutoCommit(false);
                try {
                    T result = work.apply(session);
                    session.connection().commit();
                    return result;
                } finally {
                    // Does nothing after a commit, and takes everything back after an exception.
                    session.connection().rollback();
                    session.connection().setAutoCommit(true);
                }
            } catch (SQLException e) {
                throw failure(file, e);
            }
        }
    }

    static CatalogException failure(Path file, SQLException cause) {
        int code = cause.getErrorCode() & 0xff;
        String why;
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            why = "is damaged or no catalog; move it away to begin a new one, or restore it from a backup";
        } else if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
            why = "is being written by another process for too long; try again when that has ended";
        } else if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            why = "cannot grow: the disk is full; free some space and run again, nothing done so far is lost";
        } else if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            why = "cannot be written; check the permissions of the file and of its folder";
        } else {
            why = "failed: " + cause.getMessage();
        }
        return new CatalogException("The catalog %s %s.".formatted(file, why), cause);
    }

    @Override
    public void close() {
        try (reader;
                computed;
                said) {
            // Each is closed, whatever happens to the others.
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }
}
