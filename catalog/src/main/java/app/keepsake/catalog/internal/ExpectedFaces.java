package app.keepsake.catalog.internal;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Said;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose faces are that were not found yet. When such a face is found, it gets its person, and is not expected any more. */
final class ExpectedFaces {
    private static final String IS_ALREADY = """
            SELECT count(*) FROM expected_face
            WHERE hash = ? AND x = ? AND y = ? AND width = ? AND height = ? AND person_id = ?""";

    private ExpectedFaces() {}

    private record Expected(long id, Box box, long person, boolean key) {}

    /** Twice the same is once. */
    static void expect(Session session, Said.KnownFace face, long person) throws SQLException {
        Box box = face.box();
        byte[] hash = face.photo().toBytes();
        if (session.number(IS_ALREADY, hash, box.x(), box.y(), box.width(), box.height(), person) == 0) {
            session.update("""
                    INSERT INTO expected_face (hash, x, y, width, height, person_id, is_key)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""", hash, box.x(), box.y(), box.width(), box.height(), person, face.key());
        }
    }

    /**
     * A face was found: whose it is, as far as that was said before.
     *
     * @param animal whether it is an animal's, which is nobody's but a pet's
     */
    static void found(Session session, ContentHash photo, long faceId, Box box, boolean animal) throws SQLException {
        List<Expected> expected = session.list(
                """
                SELECT e.id, e.x, e.y, e.width, e.height, e.person_id, e.is_key
                FROM expected_face e JOIN person p ON p.id = e.person_id
                WHERE e.hash = ? AND p.pet = ? ORDER BY e.id""",
                row -> new Expected(row.getLong(1), Columns.box(row, 2), row.getLong(6), row.getBoolean(7)),
                photo.toBytes(),
                animal);
        Optional<Expected> best = expected.stream()
                .filter(one -> one.box().overlap(box) >= Corrections.SAME_FACE)
                .max(Comparator.comparingDouble(one -> one.box().overlap(box)));
        if (best.isPresent()) {
            Expected one = best.get();
            // Who was merged into another since is that other.
            long person = Merging.present(session, one.person());
            session.update("UPDATE face SET person_id = ? WHERE id = ?", person, faceId);
            if (one.key()) {
                session.update("UPDATE person SET key_face_id = coalesce(key_face_id, ?) WHERE id = ?", faceId, person);
            }
            session.update("DELETE FROM expected_face WHERE id = ?", one.id());
        }
    }
}
