package app.keepsake.catalog.internal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection that stays, for one at a time. One on which something failed is closed, and the next use makes another. */
final class SqliteWriter implements AutoCloseable {
    private final SqliteReaders.Connecting connecting;
    private @Nullable Session open;

    SqliteWriter(SqliteReaders.Connecting connecting) {
        this.connecting = connecting;
    }

    synchronized <T> T use(SessionWork<T> work) throws SQLException {
        Session known = open;
        Session session = known == null ? new Session(connecting.connect()) : known;
        open = session;
        try {
            return work.apply(session);
        } catch (SQLException | RuntimeException | Error e) {
            open = null;
            try (session) {
                throw e;
            }
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        Session known = open;
        open = null;
        if (known != null) {
            known.close();
        }
    }
}
