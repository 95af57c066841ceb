package app.keepsake.catalog.internal;

import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Edits;
import app.keepsake.catalog.ShotEdit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edits of memories. They outlive the memories, which are made anew. */
final class SqlEdits implements Edits {
    private static final String EDIT = "SELECT memory_id, title, subtitle, mood, piece, music FROM edit ";

    private final Database database;
    private final Clock clock;

    SqlEdits(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<String, Edit> all() {
        return database.read(session -> read(session, ""));
    }

    @Override
    public Edit of(String memoryId) {
        return database.read(
                session -> read(session, "WHERE memory_id = ?", memoryId).getOrDefault(memoryId, Edit.NONE));
    }

    private static Map<String, Edit> read(Session session, String where, Object... values) throws SQLException {
        Map<String, List<Long>> shots = new HashMap<>();
        session.each(
                "SELECT s.memory_id, a.id FROM edit_shot s JOIN asset a ON a.hash = s.hash " + where
                        + " ORDER BY s.memory_id, s.ordinal",
                row -> shots.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(row.getLong(2)),
                values);
        Map<String, Map<Long, Boolean>> moves = new HashMap<>();
        session.each(
                "SELECT s.memory_id, a.id, s.moves FROM edit_movement s JOIN asset a ON a.hash = s.hash " + where,
                row -> moves.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .put(row.getLong(2), row.getBoolean(3)),
                values);
        Map<String, Map<Long, ShotEdit>> details = new HashMap<>();
        session.each(
                "SELECT s.memory_id, a.id, s.caption, s.hold FROM edit_detail s JOIN asset a ON a.hash = s.hash "
                        + where,
                row -> details.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .put(
                                row.getLong(2),
                                new ShotEdit(Columns.optionalText(row, 3), ShotEdit.Hold.valueOf(row.getString(4)))),
                values);
        Map<String, Edit> edits = new LinkedHashMap<>();
        session.each(
                EDIT + where + " ORDER BY memory_id",
                row -> edits.put(
                        row.getString(1),
                        new Edit(
                                Columns.optionalText(row, 2),
                                Columns.optionalText(row, 3),
                                Columns.optionalText(row, 4),
                                row.getInt(5),
                                Columns.optionalText(row, 6).map(Path::of),
                                shots.getOrDefault(row.getString(1), List.of()),
                                moves.getOrDefault(row.getString(1), Map.of()),
                                details.getOrDefault(row.getString(1), Map.of()))),
                values);
        return edits;
    }

    @Override
    public void put(String memoryId, Edit edit) {
        database.writeDurable(session -> {
            session.update("DELETE FROM edit WHERE memory_id = ?", memoryId);
            if (!edit.isNone()) {
                insert(session, memoryId, edit);
            }
            return true;
        });
    }

    /** What was changed of a memory is so of one that is called otherwise, unless that was changed itself. */
    static void move(Session session, String from, String to) throws SQLException {
        if (session.update("""
                        INSERT INTO edit (memory_id, title, subtitle, mood, piece, music, at)
                        SELECT ?, title, subtitle, mood, piece, music, at FROM edit WHERE memory_id = ?
                        ON CONFLICT DO NOTHING""", to, from) > 0) {
            session.update("UPDATE edit_shot SET memory_id = ? WHERE memory_id = ?", to, from);
            session.update("UPDATE edit_movement SET memory_id = ? WHERE memory_id = ?", to, from);
            session.update("UPDATE edit_detail SET memory_id = ? WHERE memory_id = ?", to, from);
            session.update("DELETE FROM edit WHERE memory_id = ?", from);
        }
    }

    private void insert(Session session, String memoryId, Edit edit) throws SQLException {
        session.update(
                "INSERT INTO edit (memory_id, title, subtitle, mood, piece, music, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                memoryId,
                edit.title().orElse(null),
                edit.subtitle().orElse(null),
                edit.mood().orElse(null),
                edit.piece(),
                edit.music().map(Path::toString).orElse(null),
                clock.millis());
        List<Long> shots = edit.shots();
        for (int i = 0; i < shots.size(); i++) {
            session.update(
                    "INSERT INTO edit_shot (memory_id, ordinal, hash) SELECT ?, ?, hash FROM asset WHERE id = ?",
                    memoryId,
                    i,
                    shots.get(i));
        }
        for (Map.Entry<Long, Boolean> one : edit.moves().entrySet()) {
            session.update(
                    "INSERT INTO edit_movement (memory_id, hash, moves) SELECT ?, hash, ? FROM asset WHERE id = ?",
                    memoryId,
                    one.getValue(),
                    one.getKey());
        }
        for (Map.Entry<Long, ShotEdit> one : edit.details().entrySet()) {
            session.update(
                    "INSERT INTO edit_detail (memory_id, hash, caption, hold) SELECT ?, hash, ?, ? FROM asset WHERE id = ?",
                    memoryId,
                    one.getValue().caption().orElse(null),
                    one.getValue().hold().name(),
                    one.getKey());
        }
    }
}
