package app.keepsake.catalog.internal;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * By one of PostgreSQL's advisory locks on a connection of its own; the server lets it go when the connection ends. Two
 * catalogs in different schemas of a database do not hinder each other.
 */
final class AdvisoryLock extends IndexLock {
    /** That somebody indexes. */
    static final int INDEXING = 0x6b656570;

    /** That somebody makes or changes the tables. */
    static final int BEGINNING = INDEXING + 2;

    private static final int WRITING = INDEXING + 1;

    private final String catalog;
    private final DataSource source;
    private final int key;

    AdvisoryLock(String catalog, DataSource source, int key) {
        super(catalog);
        this.catalog = catalog;
        this.source = source;
        this.key = key;
    }

    /** Waits until no other transaction has done the same, and lets others wait until this one ends. */
    static void aloneInTransaction(Session session) throws SQLException {
        session.each("SELECT pg_advisory_xact_lock(?, hashtext(current_schema()))", row -> {}, WRITING);
    }

    @Override
    @Nullable
    Held tryAcquire() {
        try {
            Session session = new Session(source.getConnection());
            try {
                if (session.one(
                                "SELECT pg_try_advisory_lock(?, hashtext(current_schema()))",
                                row -> row.getBoolean(1),
                                key)
                        .orElseThrow()) {
                    return () -> close(session);
                }
            } catch (SQLException | RuntimeException e) {
                try (session) {
                    throw e;
                }
            }
            close(session);
            return null;
        } catch (SQLException e) {
            throw PostgresFailure.of(catalog, e);
        }
    }

    private void close(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            throw PostgresFailure.of(catalog, e);
        }
    }

    @Override
    String owner() {
        try (Session session = new Session(source.getConnection())) {
            return session.one("""
                            SELECT ' (' || a.application_name || coalesce(' on ' || a.client_addr, '') || ')'
                            FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                            WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database()
                                AND l.classid = ? AND l.objid::bigint = hashtext(current_schema())::bigint & 4294967295""", row -> row.getString(1), key).orElse("");
        } catch (SQLException e) {
            throw PostgresFailure.of(catalog, e);
        }
    }
}
