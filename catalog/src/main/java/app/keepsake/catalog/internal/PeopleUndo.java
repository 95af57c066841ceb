package app.keepsake.catalog.internal;

import app.keepsake.catalog.Undo;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Takes back, row by row, what a change of people changed. A row that is another one by then stays as it is, and so does
 * a face that was found meanwhile.
 */
final class PeopleUndo implements Undo {
    /** Whether rows of a table come and go with what is said, or are only changed by it. */
    private enum Rows {
        COME_AND_GO,
        STAY
    }

    /**
     * A table in which something is said of people.
     *
     * @param key column that tells its rows apart
     * @param where rows of one person, with a parameter for each "?"; all rows where it has none
     */
    private record Table(String name, String key, List<String> columns, String where, Rows rows) {
        String select() {
            return "SELECT " + key + ", " + String.join(", ", columns) + " FROM " + name;
        }

        int parameters() {
            return (int) where.chars().filter(letter -> letter == '?').count();
        }
    }

    private static final Table FACE =
            new Table("face", "id", List.of("person_id", "person_by_user"), "person_id = ?", Rows.STAY);

    /** In an order in which they can be written. */
    private static final List<Table> TABLES = List.of(
            new Table(
                    "person",
                    "id",
                    List.of(
                            "name",
                            "hidden",
                            "pet",
                            "key_face_id",
                            "born",
                            "merged_into",
                            "nobody",
                            "birthday",
                            "relation"),
                    "id = ? OR merged_into = ?",
                    Rows.STAY),
            FACE,
            new Table(
                    "correction",
                    "id",
                    List.of("hash", "x", "y", "width", "height", "person_id", "same", "at"),
                    "person_id = ?",
                    Rows.COME_AND_GO),
            new Table(
                    "expected_face",
                    "id",
                    List.of("hash", "x", "y", "width", "height", "person_id", "is_key"),
                    "person_id = ?",
                    Rows.COME_AND_GO),
            new Table(
                    "choice",
                    "id",
                    List.of("stance", "subject", "note", "at", "removed_at"),
                    "subject LIKE 'person:%' OR subject LIKE 'pair:%'",
                    Rows.COME_AND_GO),
            new Table(
                    "unsure",
                    "id",
                    List.of(
                            "hash",
                            "x",
                            "y",
                            "width",
                            "height",
                            "other_hash",
                            "other_x",
                            "other_y",
                            "other_width",
                            "other_height",
                            "at"),
                    "id IS NOT NULL",
                    Rows.COME_AND_GO),
            new Table(
                    "doubt",
                    "ordinal",
                    List.of("ordinal", "face_id", "other_id", "likeness"),
                    "ordinal IS NOT NULL",
                    Rows.COME_AND_GO));

    /** @param before columns; null where there was no such row */
    private record Change(
            Table table,
            long key,
            @Nullable List<@Nullable Object> before,
            @Nullable List<@Nullable Object> after) {}

    private final Database database;
    private final List<Change> changes;
    private final AtomicBoolean isTaken = new AtomicBoolean();

    private PeopleUndo(Database database, List<Change> changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Does work that changes nothing but what is said of some people. */
    static Undo watch(Database database, Session session, Collection<Long> people, SessionWork<?> work)
            throws SQLException {
        return watch(database, session, people, Set.of(), work);
    }

    /** @param faces that were nobody's before, and may be somebody's afterwards */
    static Undo watch(
            Database database, Session session, Collection<Long> people, Collection<Long> faces, SessionWork<?> work)
            throws SQLException {
        Set<Long> who = new LinkedHashSet<>(people);
        Map<Table, Map<Long, List<@Nullable Object>>> before = rows(session, who);
        for (long face : faces) {
            List<@Nullable Object> row = row(session, FACE, face);
            if (row != null) {
                before.computeIfAbsent(FACE, table -> new TreeMap<>()).put(face, row);
            }
        }
        work.apply(session);
        Map<Table, Map<Long, List<@Nullable Object>>> after = rows(session, who);
        List<Change> changes = new ArrayList<>();
        for (Table table : TABLES) {
            Map<Long, List<@Nullable Object>> was = before.getOrDefault(table, Map.of());
            Map<Long, List<@Nullable Object>> is = after.getOrDefault(table, Map.of());
            Set<Long> keys = new LinkedHashSet<>(was.keySet());
            if (table.rows() == Rows.COME_AND_GO) {
                keys.addAll(is.keySet());
            }
            for (long key : keys) {
                List<@Nullable Object> now = is.containsKey(key) ? is.get(key) : row(session, table, key);
                if (!Objects.equals(was.get(key), now)) {
                    changes.add(new Change(table, key, was.get(key), now));
                }
            }
        }
        return new PeopleUndo(database, List.copyOf(changes));
    }

    private static Map<Table, Map<Long, List<@Nullable Object>>> rows(Session session, Set<Long> people)
            throws SQLException {
        Map<Table, Map<Long, List<@Nullable Object>>> all = new LinkedHashMap<>();
        for (Table table : TABLES) {
            Map<Long, List<@Nullable Object>> rows = new TreeMap<>();
            String sql = table.select() + " WHERE " + table.where();
            if (table.parameters() == 0) {
                session.each(sql, row -> rows.put(row.getLong(1), values(table, row)));
            } else {
                for (long person : people) {
                    session.each(
                            sql,
                            row -> rows.put(row.getLong(1), values(table, row)),
                            Collections.nCopies(table.parameters(), person).toArray());
                }
            }
            all.put(table, rows);
        }
        return all;
    }

    private static @Nullable List<@Nullable Object> row(Session session, Table table, long key) throws SQLException {
        return session.one(table.select() + " WHERE " + table.key() + " = ?", row -> values(table, row), key)
                .orElse(null);
    }

    private static List<@Nullable Object> values(Table table, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Object value = row.getObject(i + 2);
            values.add(value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
        }
        return values;
    }

    @Override
    public void takeBack() {
        if (isTaken.getAndSet(true)) {
            return;
        }
        boolean ignored = database.writeDurable(session -> {
            List<Change> standing = new ArrayList<>();
            for (Change change : changes) {
                if (Objects.equals(row(session, change.table(), change.key()), change.after())) {
                    standing.add(change);
                }
            }
            for (Change change : standing) {
                if (!asksOfNobody(session, change)) {
                    write(session, change);
                }
            }
            // One face is enough for people to be found out anew, and whom to ask about.
            Optional<Change> face = standing.stream()
                    .filter(change -> change.table().name().equals("face"))
                    .findFirst();
            if (face.isPresent()) {
                Corrections.reconsider(
                        session,
                        session.number(
                                "SELECT asset_id FROM face WHERE id = ?",
                                face.get().key()));
            }
            Showable.grow(session);
            return true;
        });
    }

    /** Whether it is a question about a face that is gone by now. */
    private static boolean asksOfNobody(Session session, Change change) throws SQLException {
        List<@Nullable Object> before = change.before();
        return change.table().name().equals("doubt")
                && before != null
                && session.number("SELECT count(*) FROM face WHERE id IN (?, ?)", before.get(1), before.get(2)) < 2;
    }

    private static void write(Session session, Change change) throws SQLException {
        Table table = change.table();
        List<@Nullable Object> before = change.before();
        if (before == null) {
            session.update("DELETE FROM " + table.name() + " WHERE " + table.key() + " = ?", change.key());
        } else if (change.after() == null) {
            session.update(
                    "INSERT INTO " + table.name() + " (" + String.join(", ", table.columns()) + ") VALUES ("
                            + "?, ".repeat(table.columns().size() - 1) + "?)",
                    bound(before));
        } else {
            List<@Nullable Object> values = new ArrayList<>(before);
            values.add(change.key());
            session.update(
                    "UPDATE " + table.name() + " SET " + String.join(" = ?, ", table.columns()) + " = ? WHERE "
                            + table.key() + " = ?",
                    bound(values));
        }
    }

    private static @Nullable Object[] bound(List<@Nullable Object> values) {
        return values.stream()
                .map(value -> value instanceof ByteBuffer bytes ? bytes.array() : value)
                .toArray();
    }
}
