package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a PostgreSQL server, with many readers and writers on several machines. Those that SQLite would let
 * write one after the other take a lock of the server's, except for what is noted of single files.
 */
final class PostgresDatabase implements Database {
    private static final int CONNECTIONS = 10 + Runtime.getRuntime().availableProcessors();
    private static final int ROWS_AT_ONCE = 500;
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofMinutes(1);
    /**
     * A commit does not wait for the server's disk; nobody waits for a lock for ever; and a machine that lost its power
     * is noticed within a minute, so that its locks are free.
     */
    private static final String OPTIONS =
            "-c synchronous_commit=off -c lock_timeout=%d -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
                    .formatted(PATIENCE.toMillis());

    private final String name;
    private final PGSimpleDataSource source;
    private final HikariDataSource pool;

    private PostgresDatabase(String name, PGSimpleDataSource source, HikariDataSource pool) {
        this.name = name;
        this.source = source;
        this.pool = pool;
    }

    /** Connects to a database, and makes the tables in it when there are none. */
    static PostgresDatabase open(String url) {
        // What follows the question mark may be a password.
        String name = url.replaceFirst("\\?.*", "");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("keepsake, process " + ProcessHandle.current().pid());
        source.setDefaultRowFetchSize(ROWS_AT_ONCE);
        source.setTcpKeepAlive(true);
        source.setOptions(OPTIONS);
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new CatalogException(
                    "The catalog's address %s cannot be understood; expected jdbc:postgresql://host:port/database."
                            .formatted(name),
                    e);
        }
        new Migrations(
                        name,
                        new AdvisoryLock(name, source, AdvisoryLock.INDEXING),
                        new AdvisoryLock(name, source, AdvisoryLock.BEGINNING),
                        source,
                        "postgresql",
                        cause -> PostgresFailure.of(name, cause),
                        () -> PostgresFailure.ANOTHER)
                .bringUpToDate(() -> version(name, source));
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("catalog");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new PostgresDatabase(name, source, new HikariDataSource(config));
    }

    private static int version(String name, PGSimpleDataSource source) {
        try (Session session = new Session(source.getConnection())) {
            boolean begun = session.number("SELECT count(to_regclass('flyway_schema_history'))") > 0;
            return begun
                    ? (int) session.number(
                            "SELECT coalesce(max(version::int), 0) FROM flyway_schema_history WHERE success")
                    : 0;
        } catch (SQLException e) {
            throw PostgresFailure.of(name, e);
        }
    }

    /** Reads once more over a connection that a restart of the server had cut, which is found only when it is used. */
    @Override
    public <T> T read(SessionWork<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Session session = new Session(pool.getConnection())) {
                return work.apply(session);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isCut(e)) {
                    throw PostgresFailure.of(name, e);
                }
            }
        }
    }

    /** Class 57P: the server ended the session. */
    private static boolean isCut(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("57P");
    }

    @Override
    public <T> T snapshot(SessionWork<T> work) {
        try (Session session = new Session(source.getConnection())) {
            // Rows come some at a time only in a transaction that the driver began.
            session.connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            session.connection().setReadOnly(true);
            session.connection().setAutoCommit(false);
            return work.apply(session);
        } catch (SQLException e) {
            throw PostgresFailure.of(name, e);
        }
    }

    @Override
    public <T> T writeFile(SessionWork<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Session session = new Session(pool.getConnection())) {
                return Transactions.run(session, "BEGIN", work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isLostRace(e)) {
                    throw PostgresFailure.of(name, e);
                }
            }
        }
    }

    /** Class 40: the server took the transaction back, because two waited for each other. */
    private static boolean isLostRace(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("40");
    }

    @Override
    public <T> T writeComputed(SessionWork<T> work) {
        return writeFile(session -> {
            AdvisoryLock.aloneInTransaction(session);
            return work.apply(session);
        });
    }

    @Override
    public <T> T writeDurable(SessionWork<T> work) {
        return writeComputed(session -> {
            session.update("SET LOCAL synchronous_commit = on");
            return work.apply(session);
        });
    }

    @Override
    public String revision() {
        // The numbers of the transactions that are under way and of the next one: a commit changes them.
        return read(session -> session.one("SELECT pg_current_snapshot()::text", row -> row.getString(1))
                .orElseThrow());
    }

    @Override
    public IndexLock.Held lock(Duration patience) {
        return new AdvisoryLock(name, source, AdvisoryLock.INDEXING).acquire(patience);
    }

    /** Connections that are given back when they are closed. */
    DataSource connections() {
        return pool;
    }

    /** How far the server's clock is ahead of this machine's. */
    Duration ahead() {
        return read(session -> session.one(
                        "SELECT clock_timestamp()",
                        row -> Duration.between(
                                Instant.now(), row.getTimestamp(1).toInstant()))
                .orElseThrow());
    }

    @Override
    public void close() {
        pool.close();
    }
}
