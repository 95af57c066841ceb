package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.FileState;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.PersonFound;
import app.keepsake.catalog.Stage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was computed, a transaction a call. */
final class SqliteIndexing implements Indexing {
    private static final String FACT_COLUMNS = """
            format, clip, width, height, duration_ms, has_audio, captured_at, utc_offset_s, time_source, latitude, \
            longitude, place_name, place_region, country_code, camera, live_photo_id, burst_id, favourite, hidden""";

    private final Database database;
    private final ProcessLock.Held lock;
    private final Clock clock;

    SqliteIndexing(Database database, ProcessLock.Held lock, Clock clock) {
        this.database = database;
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public Asset add(
            Path file, FileStamp stamp, ContentHash hash, AssetFacts facts, String metadataVersion, Findings findings) {
        return database.compute(session -> {
            Optional<Asset> known = SqliteAssets.find(session, hash);
            long id;
            if (known.isPresent()) {
                id = known.get().id();
                writeFacts(session, id, facts);
            } else {
                id = insert(session, hash, facts);
            }
            noteStage(session, id, Stage.METADATA, metadataVersion);
            noteFile(session, file, stamp, id);
            write(session, id, hash, findings);
            return new Asset(id, hash, facts);
        });
    }

    private static long insert(Session session, ContentHash hash, AssetFacts facts) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(hash.toBytes());
        values.addAll(Arrays.asList(Columns.values(facts)));
        String marks = ", ?".repeat(values.size()).substring(2);
        return session.number(
                "INSERT INTO asset (hash, " + FACT_COLUMNS + ") VALUES (" + marks + ") RETURNING id", values.toArray());
    }

    private static void writeFacts(Session session, long id, AssetFacts facts) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(Columns.values(facts)));
        String marks = ", ?".repeat(values.size()).substring(2);
        values.add(id);
        session.update("UPDATE asset SET (" + FACT_COLUMNS + ") = (" + marks + ") WHERE id = ?", values.toArray());
    }

    private void write(Session session, long id, ContentHash hash, Findings findings) throws SQLException {
        for (Stage stage : Stage.values()) {
            String version = findings.versions().get(stage);
            if (version != null) {
                noteStage(session, id, stage, version);
            }
        }
        new FindingsWriter(session).write(id, hash, findings);
    }

    private void noteStage(Session session, long id, Stage stage, String version) throws SQLException {
        session.update(
                "INSERT OR REPLACE INTO analysis (asset_id, stage, version, at) VALUES (?, ?, ?, ?)",
                id,
                stage.name(),
                version,
                clock.millis());
    }

    private static void noteFile(Session session, Path file, FileStamp stamp, long assetId) throws SQLException {
        session.update(
                """
                INSERT OR REPLACE INTO file (path, size, modified_ms, sidecar_ms, asset_id, missing)
                VALUES (?, ?, ?, ?, ?, 0)""", SqliteFiles.key(file), stamp.size(), stamp.modifiedMillis(), stamp.sidecarMillis(), assetId);
    }

    @Override
    public boolean link(Path file, FileStamp stamp, ContentHash hash) {
        return database.compute(session -> {
            Optional<Asset> known = SqliteAssets.find(session, hash);
            if (known.isEmpty()) {
                return false;
            }
            noteFile(session, file, stamp, known.get().id());
            return true;
        });
    }

    @Override
    public void update(long assetId, Findings findings) {
        database.compute(session -> {
            write(session, assetId, hash(session, assetId), findings);
            return true;
        });
    }

    private static ContentHash hash(Session session, long assetId) throws SQLException {
        return session.one("SELECT hash FROM asset WHERE id = ?", row -> ContentHash.ofBytes(row.getBytes(1)), assetId)
                .orElseThrow(() -> new CatalogException("The catalog has no asset number %d.".formatted(assetId)));
    }

    @Override
    public void updateFacts(long assetId, AssetFacts facts, String metadataVersion) {
        database.compute(session -> {
            writeFacts(session, assetId, facts);
            noteStage(session, assetId, Stage.METADATA, metadataVersion);
            return true;
        });
    }

    @Override
    public boolean problem(Path file, FileStamp stamp, String reason, String version) {
        return database.compute(session -> {
            String key = SqliteFiles.key(file);
            Optional<FileState> before = session.one("""
                    SELECT size, modified_ms, sidecar_ms, asset_id, missing, problem, problem_version
                    FROM file WHERE path = ?""", SqliteFiles::state, key);
            boolean news = before.isEmpty()
                    || !before.get().stamp().equals(stamp)
                    || !before.get().problem().equals(Optional.of(reason));
            session.update(
                    """
                    INSERT INTO file (path, size, modified_ms, sidecar_ms, problem, problem_at, problem_version)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms,
                        sidecar_ms = excluded.sidecar_ms, asset_id = NULL, missing = 0, problem = excluded.problem,
                        problem_at = CASE WHEN ? THEN excluded.problem_at ELSE problem_at END,
                        problem_version = excluded.problem_version""",
                    key,
                    stamp.size(),
                    stamp.modifiedMillis(),
                    stamp.sidecarMillis(),
                    reason,
                    clock.millis(),
                    version,
                    news);
            return news;
        });
    }

    @Override
    public int reconcile(Path folder, Set<Path> found) {
        Set<String> keys = new HashSet<>();
        found.forEach(path -> keys.add(SqliteFiles.key(path)));
        SqliteFiles.Range range = SqliteFiles.Range.below(folder);
        return database.compute(session -> {
            List<String> gone = new ArrayList<>();
            List<String> back = new ArrayList<>();
            session.each(
                    "SELECT path, missing FROM file WHERE path >= ? AND path < ?",
                    row -> {
                        boolean isThere = keys.contains(row.getString(1));
                        if (isThere == row.getBoolean(2)) {
                            (isThere ? back : gone).add(row.getString(1));
                        }
                    },
                    range.from(),
                    range.to());
            for (String path : gone) {
                session.update("UPDATE file SET missing = 1 WHERE path = ?", path);
            }
            for (String path : back) {
                session.update("UPDATE file SET missing = 0 WHERE path = ?", path);
            }
            return gone.size();
        });
    }

    @Override
    public void people(List<PersonFound> people, String version) {
        database.compute(session -> {
            for (PersonFound person : people) {
                SqlitePeople.note(session, person);
            }
            session.update("""
                    INSERT OR REPLACE INTO analysis (asset_id, stage, version, at)
                    SELECT a.id, ?, ?, ? FROM asset a LEFT JOIN analysis v ON v.asset_id = a.id AND v.stage = ?
                    WHERE v.version IS NOT ?""", Stage.PEOPLE.name(), version, clock.millis(), Stage.PEOPLE.name(), version);
            return true;
        });
    }

    @Override
    public void close() {
        lock.close();
    }
}
