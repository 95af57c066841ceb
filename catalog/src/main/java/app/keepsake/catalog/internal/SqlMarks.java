package app.keepsake.catalog.internal;

import app.keepsake.catalog.Marks;
import app.keepsake.catalog.Said;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was said of memories as a whole. It outlives the memories, which are made anew. */
final class SqlMarks implements Marks {
    private final Database database;
    private final Clock clock;

    SqlMarks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<String, Mark> all() {
        return database.read(session -> {
            Map<String, Mark> marks = new LinkedHashMap<>();
            session.each(
                    "SELECT memory_id, mark FROM memory_mark ORDER BY at DESC, memory_id",
                    row -> marks.put(row.getString(1), Mark.valueOf(row.getString(2))));
            return Collections.unmodifiableMap(marks);
        });
    }

    @Override
    public void put(String memoryId, Mark mark) {
        database.writeDurable(session -> session.update("""
                INSERT INTO memory_mark (memory_id, mark, at) VALUES (?, ?, ?)
                ON CONFLICT (memory_id) DO UPDATE SET mark = excluded.mark, at = excluded.at""", memoryId, mark.name(), clock.millis()) > 0);
    }

    @Override
    public boolean remove(String memoryId) {
        return database.writeDurable(
                session -> session.update("DELETE FROM memory_mark WHERE memory_id = ?", memoryId) > 0);
    }

    /** What was said of a memory is so of one that is called otherwise, unless something was said of that. */
    static void move(Session session, String from, String to) throws SQLException {
        if (session.update("""
                        INSERT INTO memory_mark (memory_id, mark, at)
                        SELECT ?, mark, at FROM memory_mark WHERE memory_id = ?
                        ON CONFLICT DO NOTHING""", to, from) > 0) {
            session.update("DELETE FROM memory_mark WHERE memory_id = ?", from);
        }
    }

    static List<Said.Marked> said(Session session) throws SQLException {
        return session.list(
                "SELECT memory_id, mark, at FROM memory_mark ORDER BY memory_id",
                row -> new Said.Marked(
                        row.getString(1), Mark.valueOf(row.getString(2)), Instant.ofEpochMilli(row.getLong(3))));
    }

    /** @return how many are new */
    static int restore(Session session, List<Said.Marked> marks) throws SQLException {
        int news = 0;
        for (Said.Marked one : marks) {
            news += session.update(
                    "INSERT INTO memory_mark (memory_id, mark, at) VALUES (?, ?, ?) ON CONFLICT (memory_id) DO NOTHING",
                    one.memory(),
                    one.mark().name(),
                    one.at().toEpochMilli());
        }
        return news;
    }
}
