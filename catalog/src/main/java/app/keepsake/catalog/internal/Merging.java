package app.keepsake.catalog.internal;

import app.keepsake.catalog.ChangedMeanwhileException;
import app.keepsake.catalog.Subject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** People who turned out to be one. Those who were merged keep their rows, which say into whom. */
final class Merging {
    private static final String TAKE_OVER = """
            UPDATE person SET name = coalesce(person.name, o.name), pet = person.pet OR o.pet,
                hidden = person.hidden OR o.hidden, key_face_id = coalesce(person.key_face_id, o.key_face_id),
                born = coalesce(person.born, o.born), birthday = coalesce(person.birthday, o.birthday),
                relation = coalesce(person.relation, o.relation)
            FROM person o WHERE o.id = ? AND person.id = ?""";

    private Merging() {}

    /** Who a person is now: the one into whom it was merged, or else the same. */
    static long present(Session session, long personId) throws SQLException {
        return session.one("SELECT coalesce(merged_into, id) FROM person WHERE id = ?", row -> row.getLong(1), personId)
                .orElse(personId);
    }

    /** A choice about people who were merged is one about those who they are now. */
    static Subject present(Session session, Subject subject) throws SQLException {
        return switch (subject) {
            case Subject.OfPerson(long id) -> new Subject.OfPerson(present(session, id));
            case Subject.OfPair(long first, long second) -> pair(present(session, first), present(session, second));
            default -> subject;
        };
    }

    /** Of two who are one, the pair is that one. */
    private static Subject pair(long a, long b) {
        return a == b ? new Subject.OfPerson(a) : new Subject.OfPair(Math.min(a, b), Math.max(a, b));
    }

    /**
     * Makes two people one, or who they are now, if they were merged before. Whoever of them is hidden stays it, and what
     * was said only of the other is said of the one.
     *
     * @throws ChangedMeanwhileException when there is no such person
     */
    static void merge(Session session, long kept, long other) throws SQLException {
        long keptId = present(session, kept);
        long otherId = present(session, other);
        if (session.number("SELECT count(*) FROM person WHERE id = ?", otherId) == 0) {
            throw nobody(other);
        }
        if (session.update(TAKE_OVER, otherId, keptId) == 0) {
            throw nobody(kept);
        }
        if (keptId == otherId) {
            return;
        }
        session.update("UPDATE person SET merged_into = ? WHERE id = ? OR merged_into = ?", keptId, otherId, otherId);
        session.update("UPDATE face SET person_id = ? WHERE person_id = ?", keptId, otherId);
        session.update("UPDATE correction SET person_id = ? WHERE person_id = ?", keptId, otherId);
        moveChoices(session, keptId, otherId);
    }

    private static void moveChoices(Session session, long keptId, long otherId) throws SQLException {
        record Row(long id, String stance, Subject subject) {}
        List<Row> rows = session.list(
                "SELECT id, stance, subject FROM choice WHERE removed_at IS NULL AND (subject LIKE 'person:%' OR subject LIKE 'pair:%')",
                row -> new Row(row.getLong(1), row.getString(2), Subject.parse(row.getString(3))));
        for (Row row : rows) {
            Optional<Subject> moved = moved(row.subject(), keptId, otherId);
            if (moved.isPresent()) {
                // Of two choices that become the same, one stands.
                session.update(
                        "DELETE FROM choice WHERE removed_at IS NULL AND stance = ? AND subject = ?",
                        row.stance(),
                        moved.get().toText());
                session.update(
                        "UPDATE choice SET subject = ? WHERE id = ?",
                        moved.get().toText(),
                        row.id());
            }
        }
    }

    private static Optional<Subject> moved(Subject subject, long keptId, long otherId) {
        return switch (subject) {
            case Subject.OfPerson(long id) when id == otherId -> Optional.of(new Subject.OfPerson(keptId));
            case Subject.OfPair(long a, long b)
            when a == otherId || b == otherId -> Optional.of(pair(a == otherId ? b : a, keptId));
            default -> Optional.empty();
        };
    }

    static ChangedMeanwhileException nobody(long personId) {
        return new ChangedMeanwhileException(
                "The catalog knows no person number %d. \"keepsake people\" lists them.".formatted(personId));
    }
}
