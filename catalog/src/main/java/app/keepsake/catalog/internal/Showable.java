package app.keepsake.catalog.internal;

import java.sql.SQLException;

/**
 * The number that grows whenever something changes that decides what may be shown: choices, who is hidden or on a
 * picture, what hides or flags it, its files. What was computed from what was there at one number is only written while
 * that number stands.
 */
final class Showable {
    /**
     * Of an asset "a": whether it has faces that nobody has been found for, and that nobody has looked for. Animals are nobody's until
     * the user says so.
     */
    static final String UNSETTLED = """
            EXISTS (SELECT 1 FROM face f WHERE f.asset_id = a.id AND f.person_id IS NULL AND f.animal IS NULL)
                AND NOT EXISTS (SELECT 1 FROM analysis v WHERE v.asset_id = a.id AND v.stage = 'PEOPLE')""";

    private Showable() {}

    /** Whether somebody is never to be shown, so that it counts who is on a picture. */
    static boolean dependsOnPeople(Session session) throws SQLException {
        return session.number("""
                        SELECT (SELECT count(*) FROM person WHERE hidden)
                            + (SELECT count(*) FROM choice WHERE removed_at IS NULL AND stance = 'NEVER'
                                AND (subject LIKE 'person:%' OR subject LIKE 'pair:%'))""") > 0;
    }

    static long revision(Session session) throws SQLException {
        return session.number("SELECT revision FROM showable");
    }

    /** To be called last in a transaction: others that grow it wait from here until it ends. */
    static void grow(Session session) throws SQLException {
        session.update("UPDATE showable SET revision = revision + 1");
    }

    /** Whether the number stands; then it does until the transaction ends. To be called first in it. */
    static boolean stands(Session session, long revision) throws SQLException {
        return session.update("UPDATE showable SET revision = revision WHERE revision = ?", revision) > 0;
    }
}
