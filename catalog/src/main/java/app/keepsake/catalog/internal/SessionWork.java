package app.keepsake.catalog.internal;

import java.sql.SQLException;

/** Something done with a session. It may be done again from the start when another writer came in between. */
interface SessionWork<T> {
    T apply(Session session) throws SQLException;
}
