package app.keepsake.catalog.internal;

import app.keepsake.catalog.ChangedMeanwhileException;
import app.keepsake.catalog.Subject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** People who turned out to be one. Those who were merged keep their rows, which say into whom. */
final class Merging {
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
        record Row(Optional<String> name, boolean hidden, boolean pet, OptionalLong keyFace, OptionalLong born) {}
        long keptId = present(session, kept);
        long otherId = present(session, other);
        Row row = session.one(
                        "SELECT name, hidden, pet, key_face_id, born FROM person WHERE id = ?",
                        columns -> new Row(
                                Columns.optionalText(columns, 1),
                                columns.getBoolean(2),
                                columns.getBoolean(3),
                                Columns.optionalLong(columns, 4),
                                Columns.optionalLong(columns, 5)),
                        otherId)
                .orElseThrow(() -> nobody(other));
        if (session.update(
                        """
                        UPDATE person SET name = coalesce(name, ?), pet = pet OR ?,
                            key_face_id = coalesce(key_face_id, ?), born = coalesce(born, ?) WHERE id = ?""",
                        row.name().orElse(null),
                        row.pet(),
                        row.keyFace().isPresent() ? row.keyFace().getAsLong() : null,
                        row.born().isPresent() ? row.born().getAsLong() : null,
                        keptId)
                == 0) {
            throw nobody(kept);
        }
        if (keptId == otherId) {
            return;
        }
        if (row.hidden()) {
            session.update("UPDATE person SET hidden = TRUE WHERE id = ?", keptId);
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
