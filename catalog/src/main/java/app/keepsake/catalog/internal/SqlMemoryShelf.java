package app.keepsake.catalog.internal;

import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.MemoryShelf;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Showing;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Memories, showings and films. */
final class SqlMemoryShelf implements MemoryShelf {
    private static final String MEMORY =
            "SELECT id, kind, title, subtitle, first_day, last_day, score, valence, version FROM memory ";

    private static final String FILM = "SELECT path, memory_id, rendered_at, edition, withdrawn_because FROM film ";

    private final Database database;
    private final Clock clock;

    SqlMemoryShelf(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Memory> all() {
        return database.read(session -> read(session, "", ""));
    }

    @Override
    public Optional<Memory> find(String id) {
        return database.read(session -> read(session, "WHERE id = ?", "WHERE memory_id = ?", id).stream()
                .findFirst());
    }

    private static List<Memory> read(Session session, String which, String whose, Object... values)
            throws SQLException {
        Map<String, List<Shot>> shots = new HashMap<>();
        session.each(
                "SELECT memory_id, asset_id, role, reason FROM shot " + whose + " ORDER BY memory_id, ordinal",
                row -> shots.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Shot(row.getLong(2), Shot.Role.valueOf(row.getString(3)), row.getString(4))),
                values);
        return List.copyOf(session.list(
                MEMORY + which + " ORDER BY id",
                row -> memory(row, shots.getOrDefault(row.getString(1), List.of())),
                values));
    }

    private static Memory memory(ResultSet row, List<Shot> shots) throws SQLException {
        return new Memory(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                LocalDate.ofEpochDay(row.getLong(5)),
                LocalDate.ofEpochDay(row.getLong(6)),
                row.getDouble(7),
                row.getDouble(8),
                shots,
                row.getString(9));
    }

    @Override
    public void replaceAll(Collection<Memory> memories) {
        database.compute(session -> {
            session.update("DELETE FROM memory");
            for (Memory memory : memories) {
                insert(session, memory);
            }
            return true;
        });
    }

    @Override
    public void put(Memory memory) {
        database.compute(session -> {
            session.update("DELETE FROM memory WHERE id = ?", memory.id());
            insert(session, memory);
            return true;
        });
    }

    private static void insert(Session session, Memory memory) throws SQLException {
        session.update(
                """
                INSERT INTO memory (id, kind, title, subtitle, first_day, last_day, score, valence, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                memory.id(),
                memory.kind(),
                memory.title(),
                memory.subtitle(),
                memory.firstDay().toEpochDay(),
                memory.lastDay().toEpochDay(),
                memory.score(),
                memory.valence(),
                memory.version());
        int ordinal = 0;
        for (Shot shot : memory.shots()) {
            session.update(
                    "INSERT INTO shot (memory_id, ordinal, asset_id, role, reason) VALUES (?, ?, ?, ?, ?)",
                    memory.id(),
                    ordinal++,
                    shot.assetId(),
                    shot.role().name(),
                    shot.reason());
        }
    }

    @Override
    public void shown(LocalDate day, Collection<Memory> memories) {
        database.compute(session -> {
            for (Memory memory : memories) {
                session.update(
                        "INSERT INTO showing (day, memory_id, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        day.toEpochDay(),
                        memory.id(),
                        memory.kind());
                for (Shot shot : memory.shots()) {
                    session.update("""
                            INSERT INTO showing_asset (day, memory_id, asset_id) VALUES (?, ?, ?)
                            ON CONFLICT DO NOTHING""", day.toEpochDay(), memory.id(), shot.assetId());
                }
            }
            return true;
        });
    }

    @Override
    public List<Showing> shownSince(LocalDate day) {
        return database.read(session -> {
            List<Showing> bare = session.list(
                    "SELECT day, memory_id, kind FROM showing WHERE day >= ? ORDER BY day, memory_id",
                    row -> new Showing(
                            LocalDate.ofEpochDay(row.getLong(1)), row.getString(2), row.getString(3), List.of()),
                    day.toEpochDay());
            List<Showing> full = new ArrayList<>();
            for (Showing one : bare) {
                List<Long> assets = session.list(
                        "SELECT asset_id FROM showing_asset WHERE day = ? AND memory_id = ? ORDER BY asset_id",
                        row -> row.getLong(1),
                        one.day().toEpochDay(),
                        one.memoryId());
                full.add(new Showing(one.day(), one.memoryId(), one.kind(), assets));
            }
            return List.copyOf(full);
        });
    }

    @Override
    public void rendered(Path film, Memory memory, List<Chapter> chapters) {
        String key = SqlFiles.key(film);
        database.compute(session -> {
            session.update("DELETE FROM film WHERE path = ?", key);
            session.update(
                    "INSERT INTO film (path, memory_id, rendered_at, edition) VALUES (?, ?, ?, ?)",
                    key,
                    memory.id(),
                    clock.millis(),
                    memory.edit().print());
            for (Shot shot : memory.shots()) {
                session.update(
                        "INSERT INTO film_asset (path, asset_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        key,
                        shot.assetId());
            }
            for (Chapter chapter : chapters) {
                session.update(
                        "INSERT INTO film_chapter (path, start_ms, end_ms, name) VALUES (?, ?, ?, ?)",
                        key,
                        chapter.start().toMillis(),
                        chapter.end().toMillis(),
                        chapter.name());
            }
            return true;
        });
    }

    @Override
    public List<Chapter> chapters(Path film) {
        return database.read(session -> session.list(
                "SELECT name, start_ms, end_ms FROM film_chapter WHERE path = ? ORDER BY start_ms",
                row -> new Chapter(
                        row.getString(1), Duration.ofMillis(row.getLong(2)), Duration.ofMillis(row.getLong(3))),
                SqlFiles.key(film)));
    }

    @Override
    public List<Film> films() {
        return database.read(session -> {
            Map<String, List<Long>> assets = new LinkedHashMap<>();
            session.each(
                    "SELECT path, asset_id FROM film_asset ORDER BY path, asset_id",
                    row -> assets.computeIfAbsent(row.getString(1), p -> new ArrayList<>())
                            .add(row.getLong(2)));
            return session.list(
                    FILM + "ORDER BY path", row -> film(row, assets.getOrDefault(row.getString(1), List.of())));
        });
    }

    @Override
    public Optional<Film> film(Path path) {
        String key = SqlFiles.key(path);
        return database.read(session -> {
            List<Long> assets = session.list(
                    "SELECT asset_id FROM film_asset WHERE path = ? ORDER BY asset_id", row -> row.getLong(1), key);
            return session.one(FILM + "WHERE path = ?", row -> film(row, assets), key);
        });
    }

    private static Film film(ResultSet row, List<Long> assets) throws SQLException {
        return new Film(
                Path.of(row.getString(1)),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                assets,
                row.getString(4),
                Columns.optionalText(row, 5));
    }

    @Override
    public void withdraw(Path film, Optional<String> because) {
        database.say(session -> session.update(
                "UPDATE film SET withdrawn_because = ? WHERE path = ?", because.orElse(null), SqlFiles.key(film)));
    }

    @Override
    public void forget(Path film) {
        int ignored =
                database.compute(session -> session.update("DELETE FROM film WHERE path = ?", SqlFiles.key(film)));
    }
}
