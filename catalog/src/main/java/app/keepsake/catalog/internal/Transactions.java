package app.keepsake.catalog.internal;

import java.sql.SQLException;

/** Runs work in transactions. */
final class Transactions {
    private Transactions() {}

    /**
     * Does work in one transaction, which an exception takes back. Once it is committed nothing else is asked of the
     * database: what is written is never reported as failed.
     *
     * @param begin the statement that begins it; the driver's own way begins the next one with each commit, and waits
     *     for it
     */
    static <T> T run(Session session, String begin, SessionWork<T> work) throws SQLException {
        session.execute(begin);
        T result;
        try {
            result = work.apply(session);
            session.execute("COMMIT");
        } catch (SQLException | RuntimeException | Error e) {
            try {
                session.execute("ROLLBACK");
            } catch (SQLException rollback) {
                // SQLite has taken it back itself when the disk was full.
                e.addSuppressed(rollback);
            }
            throw e;
        }
        return result;
    }
}
