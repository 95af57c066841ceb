package app.keepsake.catalog.internal;

import app.keepsake.catalog.Appearance;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.MemoryShelf;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Showing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Memories, showings and films. */
final class SqlMemoryShelf implements MemoryShelf {
    private static final String MEMORY =
            "SELECT m.id, m.kind, m.title, m.subtitle, m.first_day, m.last_day, m.score, m.valence, m.version,"
                    + " s.asset_id, s.role, s.reason, m.cover FROM memory m LEFT JOIN shot s ON s.memory_id = m.id ";

    private static final String FILM =
            "SELECT f.path, f.memory_id, f.rendered_at, f.edition, f.withdrawn_because, f.kind, a.asset_id"
                    + " FROM film f LEFT JOIN film_asset a ON a.path = f.path ";

    private final Database database;
    private final Clock clock;

    SqlMemoryShelf(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Memory> all() {
        return database.read(session -> read(session, ""));
    }

    @Override
    public Optional<Memory> find(String id) {
        return database.read(
                session -> read(session, "WHERE m.id = ?", id).stream().findFirst());
    }

    private static List<Memory> read(Session session, String which, Object... values) throws SQLException {
        return session.joined(
                MEMORY + which + " ORDER BY m.id, s.ordinal",
                SqlMemoryShelf::memory,
                row -> row.getString(11) == null
                        ? Optional.empty()
                        : Optional.of(
                                new Shot(row.getLong(10), Shot.Role.valueOf(row.getString(11)), row.getString(12))),
                SqlMemoryShelf::telling,
                values);
    }

    /** Without its shots. */
    private static Memory memory(ResultSet row) throws SQLException {
        return new Memory(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                LocalDate.ofEpochDay(row.getLong(5)),
                LocalDate.ofEpochDay(row.getLong(6)),
                row.getDouble(7),
                row.getDouble(8),
                List.of(),
                row.getString(9),
                Edit.NONE,
                row.getLong(13));
    }

    private static Memory telling(Memory bare, List<Shot> shots) {
        return bare.edited(bare.title(), bare.subtitle(), shots, bare.edit());
    }

    @Override
    public boolean replace(
            Set<String> before, Collection<Memory> memories, Map<String, String> successors, long revision) {
        return database.writeComputed(session -> {
            if (!Showable.stands(session, revision)) {
                return false;
            }
            for (String id : before) {
                session.update("DELETE FROM memory WHERE id = ?", id);
            }
            put(session, memories);
            for (Map.Entry<String, String> one : successors.entrySet()) {
                SqlEdits.move(session, one.getKey(), one.getValue());
                SqlMarks.move(session, one.getKey(), one.getValue());
                session.update("""
                        UPDATE request SET memory_id = ? WHERE memory_id = ?
                            AND NOT EXISTS (SELECT 1 FROM request r WHERE r.memory_id = ?)""", one.getValue(), one.getKey(), one.getValue());
            }
            return true;
        });
    }

    @Override
    public boolean put(Collection<Memory> memories, long revision) {
        return replace(Set.of(), memories, revision);
    }

    private static void put(Session session, Collection<Memory> memories) throws SQLException {
        for (Memory memory : memories) {
            session.update("DELETE FROM memory WHERE id = ?", memory.id());
            insert(session, memory);
        }
    }

    private static void insert(Session session, Memory memory) throws SQLException {
        session.update(
                """
                INSERT INTO memory (id, kind, title, subtitle, first_day, last_day, score, valence, version, cover)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                memory.id(),
                memory.kind(),
                memory.title(),
                memory.subtitle(),
                memory.firstDay().toEpochDay(),
                memory.lastDay().toEpochDay(),
                memory.score(),
                memory.valence(),
                memory.version(),
                memory.cover());
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
    public boolean put(Memory memory, Request request, long revision) {
        return database.writeDurable(session -> {
            if (!Showable.stands(session, revision)) {
                return false;
            }
            put(session, List.of(memory));
            asked(session, request);
            return true;
        });
    }

    @Override
    public void asked(Request request) {
        database.writeDurable(session -> {
            asked(session, request);
            return true;
        });
    }

    private static void asked(Session session, Request request) throws SQLException {
        session.update("""
                INSERT INTO request (memory_id, kind, words) VALUES (?, ?, ?)
                ON CONFLICT (memory_id) DO UPDATE SET kind = excluded.kind, words = excluded.words""", request.memory(), request.kind(), request.words());
    }

    @Override
    public boolean takeBack(String id) {
        return database.writeDurable(session -> {
            boolean asked = session.update("DELETE FROM request WHERE memory_id = ?", id) > 0;
            // Those that were asked for before requests were noted are known by their kind alone.
            int told = session.update(
                    "DELETE FROM memory WHERE id = ? AND (? OR kind IN ('request', 'folder'))", id, asked);
            if (told > 0) {
                // Whoever tells it at this moment must look again.
                Showable.grow(session);
            }
            return asked || told > 0;
        });
    }

    @Override
    public List<Request> requests() {
        return database.read(SqlMemoryShelf::requests);
    }

    static List<Request> requests(Session session) throws SQLException {
        return session.list(
                "SELECT memory_id, kind, words FROM request ORDER BY memory_id",
                row -> new Request(row.getString(1), row.getString(2), row.getString(3)));
    }

    @Override
    public void shown(LocalDate day, Collection<Memory> memories) {
        database.writeComputed(session -> {
            for (Memory memory : memories) {
                session.update(
                        "INSERT INTO showing (day, memory_id, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        day.toEpochDay(),
                        memory.id(),
                        memory.kind());
                for (Shot shot : memory.shots()) {
                    session.update("""
                            INSERT INTO showing_asset (day, memory_id, hash) SELECT ?, ?, hash FROM asset WHERE id = ?
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
                List<Long> assets =
                        session.list("""
                        SELECT a.id FROM showing_asset s JOIN asset a ON a.hash = s.hash
                        WHERE s.day = ? AND s.memory_id = ? ORDER BY a.id""", row -> row.getLong(1), one.day().toEpochDay(), one.memoryId());
                full.add(new Showing(one.day(), one.memoryId(), one.kind(), assets));
            }
            return List.copyOf(full);
        });
    }

    @Override
    public Optional<Film> rendered(
            Path part,
            Path film,
            Memory memory,
            List<Chapter> chapters,
            List<Appearance> appearances,
            Optional<String> withdrawn,
            long revision) {
        String key = SqlFiles.key(film);
        // For good before the file changes: if the power fails in between, nothing is known of what stands there, which
        // nobody takes for the film before.
        boolean stands = database.writeDurable(session -> {
            boolean first = Showable.stands(session, revision);
            if (first) {
                session.update("DELETE FROM film WHERE path = ?", key);
            }
            return first;
        });
        if (!stands) {
            return Optional.empty();
        }
        return database.writeComputed(session -> {
            if (!Showable.stands(session, revision)) {
                return Optional.empty();
            }
            session.update("DELETE FROM film WHERE path = ?", key);
            session.update(
                    "INSERT INTO film (path, memory_id, kind, rendered_at, edition, withdrawn_because) VALUES (?, ?, ?, ?, ?, ?)",
                    key,
                    memory.id(),
                    memory.kind(),
                    clock.millis(),
                    memory.edit().print(),
                    withdrawn.orElse(null));
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
            int ordinal = 0;
            for (Appearance one : appearances) {
                session.update(
                        "INSERT INTO film_appearance (path, ordinal, asset_id, start_ms, end_ms) VALUES (?, ?, ?, ?, ?)",
                        key,
                        ordinal++,
                        one.assetId(),
                        one.start().toMillis(),
                        one.end().toMillis());
            }
            if (withdrawn.isPresent()) {
                // Whoever is about to give back the film that stood here must look again.
                Showable.grow(session);
            }
            takeItsPlace(part, film);
            // Read here: whoever makes the same film anew may take the row away the moment this has ended.
            return films(session, "WHERE f.path = ?", key).stream().findFirst();
        });
    }

    /** Within the transaction, which no other that notes a film runs beside. */
    private static void takeItsPlace(Path part, Path film) {
        if (part.equals(film)) {
            return;
        }
        try {
            Files.move(part, film, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CatalogException(
                    "The film %s cannot be put in its place: %s. Check the folder's permissions."
                            .formatted(film, e.getMessage()),
                    e);
        }
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
    public List<Appearance> appearances(Path film) {
        return database.read(session -> session.list(
                "SELECT asset_id, start_ms, end_ms FROM film_appearance WHERE path = ? ORDER BY ordinal",
                row -> new Appearance(
                        row.getLong(1), Duration.ofMillis(row.getLong(2)), Duration.ofMillis(row.getLong(3))),
                SqlFiles.key(film)));
    }

    @Override
    public long count() {
        return database.read(session -> session.number("SELECT count(*) FROM memory"));
    }

    @Override
    public long countFilms(Path elsewhere) {
        String within = SqlFiles.key(elsewhere) + elsewhere.getFileSystem().getSeparator();
        return database.read(session -> session.number(
                "SELECT count(*) FROM film WHERE withdrawn_because IS NULL AND substr(path, 1, ?) <> ?",
                within.length(),
                within));
    }

    @Override
    public List<Film> films() {
        return database.read(session -> films(session, ""));
    }

    @Override
    public Optional<Film> film(Path path) {
        return database.read(session ->
                films(session, "WHERE f.path = ?", SqlFiles.key(path)).stream().findFirst());
    }

    private static List<Film> films(Session session, String which, Object... values) throws SQLException {
        return session.joined(
                FILM + which + " ORDER BY f.path, a.asset_id",
                SqlMemoryShelf::film,
                row -> Columns.optionalLong(row, 7).stream().boxed().findFirst(),
                (film, assets) -> new Film(
                        film.path(),
                        film.memoryId(),
                        film.kind(),
                        film.renderedAt(),
                        assets,
                        film.edition(),
                        film.withdrawnBecause()),
                values);
    }

    /** Without what it shows. */
    private static Film film(ResultSet row) throws SQLException {
        return new Film(
                Path.of(row.getString(1)),
                row.getString(2),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(3)),
                List.of(),
                row.getString(4),
                Columns.optionalText(row, 5));
    }

    @Override
    public boolean withdraw(Map<Path, Optional<String>> films, Map<String, Set<Long>> memories, long revision) {
        return database.writeDurable(session -> {
            boolean stands = Showable.stands(session, revision);
            for (Map.Entry<Path, Optional<String>> film : films.entrySet()) {
                if (stands || film.getValue().isPresent()) {
                    session.update(
                            "UPDATE film SET withdrawn_because = ? WHERE path = ?",
                            film.getValue().orElse(null),
                            SqlFiles.key(film.getKey()));
                }
            }
            for (Map.Entry<String, Set<Long>> memory : memories.entrySet()) {
                takeOff(session, memory.getKey(), memory.getValue());
            }
            return stands;
        });
    }

    private static void takeOff(Session session, String memory, Set<Long> assets) throws SQLException {
        if (assets.isEmpty()) {
            session.update("DELETE FROM memory WHERE id = ?", memory);
        }
        for (long asset : assets) {
            session.update(
                    "DELETE FROM memory WHERE id = ? AND EXISTS"
                            + " (SELECT 1 FROM shot WHERE memory_id = memory.id AND asset_id = ?)",
                    memory,
                    asset);
        }
    }

    @Override
    public void forget(Path film) {
        int ignored = database.writeComputed(
                session -> session.update("DELETE FROM film WHERE path = ?", SqlFiles.key(film)));
    }
}
