package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * One SQLite file, with one writer at a time. Computed data go to its WAL with synchronous=NORMAL, what the user said
 * with synchronous=FULL.
 */
final class SqliteDatabase implements Database {
    private static final int BUSY_TIMEOUT_MS = 15_000;

    private final Path file;
    private final FileLock lock;

    /** Those that nobody uses. A reader waits for no other: in a crowd, who has to wait once waits again and again. */
    private final ConcurrentLinkedDeque<Session> readers = new ConcurrentLinkedDeque<>();

    private final Session computed;
    private final Session said;

    private SqliteDatabase(Path file, FileLock lock) {
        this.file = file;
        this.lock = lock;
        this.computed = new Session(connect(file, SynchronousMode.NORMAL));
        this.said = new Session(connect(file, SynchronousMode.FULL));
    }

    /** Opens a file, and makes it when there is none. */
    static SqliteDatabase open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
        } catch (IOException e) {
            throw new CatalogException(
                    "The folder %s for the catalog cannot be made: %s".formatted(absolute.getParent(), e.getMessage()),
                    e);
        }
        FileLock lock = new FileLock(absolute);
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + absolute);
        new Migrations(absolute.toString(), lock, source, "sqlite").bringUpToDate(() -> version(absolute));
        return new SqliteDatabase(absolute, lock);
    }

    private static int version(Path file) {
        try (Session session = new Session(connect(file, SynchronousMode.NORMAL))) {
            return (int) session.number("PRAGMA user_version");
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private static Connection connect(Path file, SynchronousMode synchronous) {
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

    @Override
    public <T> T read(Work<T> work) {
        Session idle = readers.poll();
        Session reader = idle == null ? new Session(connect(file, SynchronousMode.NORMAL)) : idle;
        try {
            return work.apply(reader);
        } catch (SQLException e) {
            throw failure(file, e);
        } finally {
            readers.push(reader);
        }
    }

    @Override
    public <T> T snapshot(Work<T> work) {
        try (Session session = new Session(connect(file, SynchronousMode.NORMAL))) {
            session.update("BEGIN DEFERRED");
            return work.apply(session);
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    @Override
    public <T> T compute(Work<T> work) {
        return transaction(computed, work);
    }

    @Override
    public <T> T note(Work<T> work) {
        return compute(work);
    }

    @Override
    public <T> T say(Work<T> work) {
        return transaction(said, work);
    }

    private <T> T transaction(Session session, Work<T> work) {
        synchronized (session) {
            try {
                return session.transaction(work);
            } catch (SQLException e) {
                throw failure(file, e);
            }
        }
    }

    @Override
    public String revision() {
        return stamp(file) + " " + stamp(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private static String stamp(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis() + ":" + Files.size(path);
        } catch (IOException none) {
            return "-";
        }
    }

    @Override
    public IndexLock.Held lock(Duration patience) {
        return lock.acquire(patience);
    }

    @Override
    public Optional<Sharing> sharing(Clock clock) {
        return Optional.empty();
    }

    private static CatalogException failure(Path file, SQLException cause) {
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
        try (computed;
                said) {
            for (Session reader = readers.poll(); reader != null; reader = readers.poll()) {
                reader.close();
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }
}
