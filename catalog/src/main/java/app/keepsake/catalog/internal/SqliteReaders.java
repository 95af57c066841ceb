package app.keepsake.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connections that read. They are few enough for the system's open files, and many enough that a reader seldom waits for
 * another: in a crowd, who has to wait once waits again and again. One on which something failed is closed.
 */
final class SqliteReaders implements AutoCloseable {
    private static final int MOST = 128;
    private static final int MOST_IDLE = 16;

    /** Makes a connection. */
    interface Connecting {
        Connection connect() throws SQLException;
    }

    private final Connecting connecting;
    private final Semaphore turns = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger idling = new AtomicInteger();

    SqliteReaders(Connecting connecting) {
        this.connecting = connecting;
    }

    <T> T read(SessionWork<T> work) throws SQLException {
        turns.acquireUninterruptibly();
        try {
            Session session = take();
            try {
                T result = work.apply(session);
                give(session);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                try (session) {
                    throw e;
                }
            }
        } finally {
            turns.release();
        }
    }

    private Session take() throws SQLException {
        Session known = idle.poll();
        if (known == null) {
            return new Session(connecting.connect());
        }
        idling.decrementAndGet();
        return known;
    }

    private void give(Session session) throws SQLException {
        if (idling.incrementAndGet() <= MOST_IDLE) {
            idle.push(session);
        } else {
            idling.decrementAndGet();
            session.close();
        }
    }

    /** How many wait for work; for tests. */
    int idle() {
        return idling.get();
    }

    @Override
    public void close() throws SQLException {
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            idling.decrementAndGet();
            session.close();
        }
    }
}
