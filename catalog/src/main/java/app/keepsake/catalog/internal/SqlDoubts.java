package app.keepsake.catalog.internal;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.ChangedMeanwhileException;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DoubtFound;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.Undo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairs of people to ask about, and what the user could not tell. */
final class SqlDoubts implements Doubts {
    private final Database database;
    private final Clock clock;

    SqlDoubts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Replaces what was computed before. */
    static void insert(Session session, List<DoubtFound> doubts) throws SQLException {
        session.update("DELETE FROM doubt");
        for (int i = 0; i < doubts.size(); i++) {
            DoubtFound doubt = doubts.get(i);
            session.update(
                    "INSERT INTO doubt (ordinal, face_id, other_id, likeness) VALUES (?, ?, ?, ?)",
                    i,
                    doubt.faceId(),
                    doubt.otherId(),
                    doubt.likeness());
        }
    }

    @Override
    public List<Doubt> open() {
        return database.read(session -> {
            Map<Set<Long>, Instant> unsure = unsurePeople(session);
            Instant recently = clock.instant().minus(LATER);
            List<Doubt> open = new ArrayList<>();
            List<Doubt> again = new ArrayList<>();
            for (Doubt doubt : session.list("""
                    SELECT d.likeness, f.id, f.asset_id, f.x, f.y, f.width, f.height, p.id, p.name,
                        g.id, g.asset_id, g.x, g.y, g.width, g.height, q.id, q.name
                    FROM doubt d JOIN face f ON f.id = d.face_id JOIN face g ON g.id = d.other_id
                    JOIN person p ON p.id = f.person_id JOIN person q ON q.id = g.person_id
                    WHERE NOT p.hidden AND NOT q.hidden AND NOT p.nobody AND NOT q.nobody AND p.id <> q.id
                        AND EXISTS (SELECT 1 FROM asset a JOIN file h ON h.asset_id = a.id
                            WHERE a.id = f.asset_id AND NOT a.hidden AND NOT h.missing)
                        AND EXISTS (SELECT 1 FROM asset a JOIN file h ON h.asset_id = a.id
                            WHERE a.id = g.asset_id AND NOT a.hidden AND NOT h.missing)
                    ORDER BY d.ordinal""", SqlDoubts::doubt)) {
                Instant asked =
                        unsure.get(Set.of(doubt.one().personId(), doubt.other().personId()));
                if (asked == null) {
                    open.add(doubt);
                } else if (asked.isBefore(recently)) {
                    again.add(doubt);
                }
            }
            open.addAll(again);
            return List.copyOf(open);
        });
    }

    private static Doubt doubt(ResultSet row) throws SQLException {
        return new Doubt(someone(row, 2), someone(row, 10), row.getDouble(1));
    }

    static Someone someone(ResultSet row, int first) throws SQLException {
        return new Someone(
                row.getLong(first),
                row.getLong(first + 1),
                box(row, first + 2),
                row.getLong(first + 6),
                Columns.optionalText(row, first + 7));
    }

    private static Box box(ResultSet row, int first) throws SQLException {
        return new Box(
                row.getDouble(first), row.getDouble(first + 1), row.getDouble(first + 2), row.getDouble(first + 3));
    }

    /** What the user could not tell, in the order in which it was said. */
    static List<Said.Unsure> unsure(Session session) throws SQLException {
        return session.list(
                """
                SELECT hash, x, y, width, height, other_hash, other_x, other_y, other_width, other_height, at
                FROM unsure ORDER BY id""",
                row -> new Said.Unsure(
                        ContentHash.ofBytes(row.getBytes(1)),
                        box(row, 2),
                        ContentHash.ofBytes(row.getBytes(6)),
                        box(row, 7),
                        Instant.ofEpochMilli(row.getLong(11))));
    }

    /** Says again what is not known yet; returns how much it is. */
    static int restore(Session session, List<Said.Unsure> unsure) throws SQLException {
        Set<Said.Unsure> known = new HashSet<>(unsure(session));
        int news = 0;
        for (Said.Unsure one : unsure) {
            if (known.add(one)) {
                session.update(
                        """
                        INSERT INTO unsure (hash, x, y, width, height,
                            other_hash, other_x, other_y, other_width, other_height, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        one.photo().toBytes(),
                        one.box().x(),
                        one.box().y(),
                        one.box().width(),
                        one.box().height(),
                        one.otherPhoto().toBytes(),
                        one.otherBox().x(),
                        one.otherBox().y(),
                        one.otherBox().width(),
                        one.otherBox().height(),
                        one.at().toEpochMilli());
                news++;
            }
        }
        return news;
    }

    /** Pairs of people of whom the user could not tell, and when that was said last. */
    private static Map<Set<Long>, Instant> unsurePeople(Session session) throws SQLException {
        Map<Set<Long>, Instant> pairs = new HashMap<>();
        for (Said.Unsure said : unsure(session)) {
            Optional<Long> one = personAt(session, said.photo(), said.box());
            Optional<Long> other = personAt(session, said.otherPhoto(), said.otherBox());
            if (one.isPresent() && other.isPresent() && !one.equals(other)) {
                pairs.merge(Set.of(one.get(), other.get()), said.at(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return pairs;
    }

    static Optional<Long> personAt(Session session, ContentHash hash, Box box) throws SQLException {
        record There(Box box, long person) {}
        return session.list("""
                        SELECT f.x, f.y, f.width, f.height, f.person_id FROM face f JOIN asset a ON a.id = f.asset_id
                        WHERE a.hash = ? AND f.person_id IS NOT NULL ORDER BY f.id""", row -> new There(box(row, 1), row.getLong(5)), (Object) hash.toBytes()).stream()
                .filter(face -> face.box().overlap(box) >= Corrections.SAME_FACE)
                .findFirst()
                .map(There::person);
    }

    @Override
    public Undo answer(long faceId, long otherId, Answer answer) {
        return database.writeDurable(session -> {
            Owner one = owner(session, faceId);
            Owner other = owner(session, otherId);
            if (one.person() == other.person()) {
                throw new ChangedMeanwhileException(
                        "Faces %d and %d are one person already: #%d. There is nothing to answer."
                                .formatted(faceId, otherId, one.person()));
            }
            return PeopleUndo.watch(
                    database, session, List.of(one.person(), other.person()), now -> answer(now, one, other, answer));
        });
    }

    private boolean answer(Session session, Owner one, Owner other, Answer answer) throws SQLException {
        switch (answer) {
            case SAME -> {
                join(session, one, other);
                forget(session, one, other);
            }
            case DIFFERENT -> {
                part(session, one, other);
                forget(session, one, other);
            }
            case UNSURE -> keepUnsure(session, one.face(), other.face(), clock.millis());
        }
        Showable.grow(session);
        return true;
    }

    /** Asks no more. */
    private static void forget(Session session, Owner one, Owner other) throws SQLException {
        session.update(
                "DELETE FROM doubt WHERE face_id IN (?, ?) AND other_id IN (?, ?)",
                one.face(),
                other.face(),
                one.face(),
                other.face());
    }

    private record Owner(long face, long person, boolean isNamed) {}

    private static Owner owner(Session session, long faceId) throws SQLException {
        return session.one(
                        "SELECT p.id, p.name FROM face f JOIN person p ON p.id = f.person_id WHERE f.id = ?",
                        row -> new Owner(faceId, row.getLong(1), row.getString(2) != null),
                        faceId)
                .orElseThrow(() -> new ChangedMeanwhileException(
                        "Expected the number of somebody's face, found %d. \"keepsake people ask\" tells what can be answered."
                                .formatted(faceId)));
    }

    /** The named one stays, or else the first. The faces are noted, too, so that the answer outlives the groups. */
    private void join(Session session, Owner one, Owner other) throws SQLException {
        boolean isOneKept = one.isNamed() == other.isNamed() ? one.person() < other.person() : one.isNamed();
        long kept = isOneKept ? one.person() : other.person();
        Merging.merge(session, kept, isOneKept ? other.person() : one.person());
        Corrections.add(session, kept, one.face(), true, clock.millis());
        Corrections.add(session, kept, other.face(), true, clock.millis());
    }

    private void part(Session session, Owner one, Owner other) throws SQLException {
        Corrections.add(session, one.person(), other.face(), false, clock.millis());
        Corrections.add(session, other.person(), one.face(), false, clock.millis());
        Corrections.add(session, one.person(), one.face(), true, clock.millis());
        Corrections.add(session, other.person(), other.face(), true, clock.millis());
    }

    static void keepUnsure(Session session, long faceId, long otherId, long at) throws SQLException {
        session.update("""
                INSERT INTO unsure (hash, x, y, width, height,
                    other_hash, other_x, other_y, other_width, other_height, at)
                SELECT a.hash, f.x, f.y, f.width, f.height, b.hash, g.x, g.y, g.width, g.height, ?
                FROM face f JOIN asset a ON a.id = f.asset_id, face g JOIN asset b ON b.id = g.asset_id
                WHERE f.id = ? AND g.id = ?""", at, faceId, otherId);
    }
}
