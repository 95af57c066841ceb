package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file, with one writer at a time. Computed data go to its WAL with synchronous=NORMAL, what the user said
 * with synchronous=FULL.
 */
final class SqliteDatabase implements Database {
    private static final int BUSY_TIMEOUT_MS = 15_000;

    private final Path file;
    private final FileLock lock;

    private final SqliteReaders readers;
    private final SqliteWriter computed;
    private final SqliteWriter said;
    private final SqliteWriter watcher;

    private SqliteDatabase(Path file, FileLock lock) {
        this.file = file;
        this.lock = lock;
        this.readers = new SqliteReaders(() -> connect(file, SynchronousMode.NORMAL));
        this.computed = new SqliteWriter(() -> connect(file, SynchronousMode.NORMAL));
        this.said = new SqliteWriter(() -> connect(file, SynchronousMode.FULL));
        this.watcher = new SqliteWriter(() -> connect(file, SynchronousMode.NORMAL));
    }

    /** Opens a file, and makes it when there is none. */
    static SqliteDatabase open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
            if (!Files.exists(absolute) || Files.size(absolute) == 0) {
                begin(absolute);
            }
        } catch (IOException e) {
            throw new CatalogException(
                    "The folder %s for the catalog cannot be made: %s".formatted(absolute.getParent(), e.getMessage()),
                    e);
        }
        FileLock lock = new FileLock(absolute, FileLock.INDEXING);
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + absolute);
        new Migrations(
                        absolute.toString(),
                        lock,
                        new FileLock(absolute, FileLock.BEGINNING),
                        source,
                        "sqlite",
                        cause -> SqliteFailure.of(absolute, cause),
                        () -> "move it away" + Backups.advice(absolute.resolveSibling(Backups.FOLDER)))
                .bringUpToDate(() -> version(absolute));
        return new SqliteDatabase(absolute, lock);
    }

    /**
     * Makes a file that is not empty. The one that another process has only just made is not taken for one that was cut
     * to nothing.
     */
    private static void begin(Path file) throws IOException {
        try (IndexLock.Held alone = new FileLock(file, FileLock.BEGINNING).acquire(Migrations.PATIENCE)) {
            SqliteFailure.checkIsNotCutToNothing(file);
            makeForOwner(file);
            // By this SQLite writes the first page.
            int ignored = version(file);
        }
    }

    /** SQLite gives its other files the rights of this one. */
    private static void makeForOwner(Path file) throws IOException {
        if (!Files.exists(file) && Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (FileAlreadyExistsException meanwhile) {
                // Another process made it, with the same rights.
                return;
            }
        }
    }

    private static int version(Path file) {
        try (Session session = new Session(connect(file, SynchronousMode.NORMAL))) {
            return (int) session.number("PRAGMA user_version");
        } catch (SQLException e) {
            throw SqliteFailure.of(file, e);
        }
    }

    private static Connection connect(Path file, SynchronousMode synchronous) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public <T> T read(SessionWork<T> work) {
        try {
            return readers.read(work);
        } catch (SQLException e) {
            throw SqliteFailure.of(file, e);
        }
    }

    @Override
    public <T> T snapshot(SessionWork<T> work) {
        try (Session session = new Session(connect(file, SynchronousMode.NORMAL))) {
            return Transactions.run(session, "BEGIN DEFERRED", work);
        } catch (SQLException e) {
            throw SqliteFailure.of(file, e);
        }
    }

    @Override
    public <T> T writeComputed(SessionWork<T> work) {
        return transaction(computed, work);
    }

    @Override
    public <T> T writeFile(SessionWork<T> work) {
        return writeComputed(work);
    }

    @Override
    public <T> T writeDurable(SessionWork<T> work) {
        return transaction(said, work);
    }

    private <T> T transaction(SqliteWriter writer, SessionWork<T> work) {
        try {
            // Whoever means to write says so at once; who begins by reading could not wait for a turn later.
            return writer.use(session -> Transactions.run(session, "BEGIN IMMEDIATE", work));
        } catch (SQLException e) {
            throw SqliteFailure.of(file, e);
        }
    }

    @Override
    public String revision() {
        try {
            // Files' times and sizes do not tell of a second write within a tick of the clock. This number is of one
            // connection, and grows with what all others commit.
            return watcher.use(
                    session -> System.identityHashCode(session) + ":" + session.number("PRAGMA data_version"));
        } catch (SQLException e) {
            throw SqliteFailure.of(file, e);
        }
    }

    @Override
    public IndexLock.Held lock(Duration patience) {
        return lock.acquire(patience);
    }

    @Override
    public void close() {
        try (readers;
                computed;
                said;
                watcher) {
            // Each is closed, whatever becomes of the others.
            return;
        } catch (SQLException e) {
            throw SqliteFailure.of(file, e);
        }
    }
}
