package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DoubtFound;
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
final class SqlIndexing implements Indexing {
    private static final String FACT_COLUMNS = """
            format, clip, width, height, duration_ms, has_audio, captured_at, utc_offset_s, time_source, latitude, \
            longitude, place_name, place_region, country_code, camera, live_photo_id, burst_id, favourite, hidden, \
            movement_at, movement_bytes, movement_still_ms, movement_ms, movement_width, movement_height, \
            movement_audio, \
            time_precision, time_until, time_doubt, scanned, \
            lens, aperture, exposure_s, iso, focal_mm""";

    private static final String REPLACE_ANALYSIS =
            " ON CONFLICT (asset_id, stage) DO UPDATE SET version = excluded.version, at = excluded.at";

    private static final String UPSERT = "INSERT INTO asset (hash, " + FACT_COLUMNS + ") VALUES (?"
            + FACT_COLUMNS.replaceAll("[a-z_]+,?", ", ?") + ") ON CONFLICT (hash) DO UPDATE SET "
            + FACT_COLUMNS.replaceAll("([a-z_]+)", "$1 = excluded.$1") + " RETURNING id";

    private final Database database;
    private final IndexLock.Held lock;
    private final Clock clock;

    SqlIndexing(Database database, IndexLock.Held lock, Clock clock) {
        this.database = database;
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public int take(Path file, FileStamp stamp) {
        return database.writeFile(
                        session -> (int) session.number("""
                INSERT INTO file_in_hand (path, size, modified_ms, begun) VALUES (?, ?, ?, 1)
                ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms,
                    begun = CASE WHEN file_in_hand.size = excluded.size
                        AND file_in_hand.modified_ms = excluded.modified_ms THEN file_in_hand.begun + 1 ELSE 1 END
                RETURNING begun""", SqlFiles.key(file), stamp.size(), stamp.modifiedMillis()))
                - 1;
    }

    @Override
    public void leave(Path file) {
        database.writeFile(session -> {
            leave(session, SqlFiles.key(file));
            return true;
        });
    }

    private static void leave(Session session, String key) throws SQLException {
        session.update("DELETE FROM file_in_hand WHERE path = ?", key);
    }

    @Override
    public Set<Path> taken(Path folder) {
        SqlFiles.Range range = SqlFiles.Range.below(folder);
        return database.read(session -> new HashSet<>(session.list(
                "SELECT path FROM file_in_hand WHERE path >= ? AND path < ?",
                row -> Path.of(row.getString(1)),
                range.from(),
                range.to())));
    }

    @Override
    public Asset add(
            Path file, FileStamp stamp, ContentHash hash, AssetFacts facts, String metadataVersion, Findings findings) {
        return database.writeFile(session -> changing(session, file, hash, () -> {
            long id = upsert(session, hash, facts);
            noteStage(session, id, Stage.METADATA, metadataVersion);
            noteFile(session, file, stamp, id);
            write(session, id, hash, findings);
            return SqlAssets.find(session, hash).orElseThrow();
        }));
    }

    /** Something that is written of one file. */
    private interface Writing<T> {
        T write() throws SQLException;
    }

    /** Writes of a file what may change how its content, and that which it had before, may be shown. */
    private static <T> T changing(Session session, Path file, ContentHash hash, Writing<T> writing)
            throws SQLException {
        Optional<ContentHash> before = session.one(
                "SELECT a.hash FROM file f JOIN asset a ON a.id = f.asset_id WHERE f.path = ? AND NOT f.missing",
                row -> ContentHash.ofBytes(row.getBytes(1)),
                SqlFiles.key(file));
        boolean known = SqlAssets.find(session, hash).isPresent();
        T result = Standing.watched(session, hash, same -> writing.write());
        boolean other = before.isPresent() && !before.get().equals(hash);
        if (other || (!known && (Showable.dependsOnPeople(session) || HiddenAssets.byChoice(session, hash)))) {
            Showable.grow(session);
        }
        return result;
    }

    private static long upsert(Session session, ContentHash hash, AssetFacts facts) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(hash.toBytes());
        values.addAll(Arrays.asList(Columns.values(facts)));
        long id = session.number(UPSERT, values.toArray());
        SqlDates.told(session, id, hash);
        return id;
    }

    private static void writeFacts(Session session, long id, ContentHash hash, AssetFacts facts) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(Columns.values(facts)));
        String marks = ", ?".repeat(values.size()).substring(2);
        values.add(id);
        session.update("UPDATE asset SET (" + FACT_COLUMNS + ") = (" + marks + ") WHERE id = ?", values.toArray());
        SqlDates.told(session, id, hash);
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
                "INSERT INTO analysis (asset_id, stage, version, at) VALUES (?, ?, ?, ?)" + REPLACE_ANALYSIS,
                id,
                stage.name(),
                version,
                clock.millis());
    }

    private static void noteFile(Session session, Path file, FileStamp stamp, long assetId) throws SQLException {
        leave(session, SqlFiles.key(file));
        session.update(
                """
                INSERT INTO file (path, size, modified_ms, sidecar_ms, fresh, asset_id) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms,
                    sidecar_ms = excluded.sidecar_ms, fresh = excluded.fresh, asset_id = excluded.asset_id, missing = FALSE, problem = NULL,
                    problem_at = NULL, problem_version = NULL""",
                SqlFiles.key(file),
                stamp.size(),
                stamp.modifiedMillis(),
                stamp.sidecarMillis(),
                stamp.fresh(),
                assetId);
    }

    @Override
    public boolean link(Path file, FileStamp stamp, ContentHash hash) {
        return database.writeFile(session -> {
            Optional<Asset> known = SqlAssets.find(session, hash);
            if (known.isEmpty()) {
                return false;
            }
            return changing(session, file, hash, () -> {
                noteFile(session, file, stamp, known.get().id());
                return true;
            });
        });
    }

    @Override
    public void update(long assetId, Findings findings) {
        database.writeFile(session -> {
            ContentHash hash = hash(session, assetId);
            return Standing.watched(session, hash, same -> {
                write(session, assetId, hash, findings);
                return true;
            });
        });
    }

    private static ContentHash hash(Session session, long assetId) throws SQLException {
        return session.one("SELECT hash FROM asset WHERE id = ?", row -> ContentHash.ofBytes(row.getBytes(1)), assetId)
                .orElseThrow(() -> new CatalogException("The catalog has no asset number %d.".formatted(assetId)));
    }

    @Override
    public void updateFacts(long assetId, AssetFacts facts, String metadataVersion) {
        database.writeFile(session -> {
            ContentHash hash = hash(session, assetId);
            return Standing.watched(session, hash, same -> {
                writeFacts(session, assetId, hash, facts);
                noteStage(session, assetId, Stage.METADATA, metadataVersion);
                return true;
            });
        });
    }

    @Override
    public boolean problem(Path file, FileStamp stamp, String reason, String version) {
        return database.writeFile(session -> {
            String key = SqlFiles.key(file);
            leave(session, key);
            Optional<FileState> before = session.one(SqlFiles.STATE + "WHERE path = ?", SqlFiles::state, key);
            boolean news = before.isEmpty()
                    || !before.get().stamp().isLike(stamp)
                    || !before.get().problem().equals(Optional.of(reason));
            session.update(
                    """
                    INSERT INTO file (path, size, modified_ms, sidecar_ms, fresh, problem, problem_at, problem_version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms,
                        sidecar_ms = excluded.sidecar_ms, fresh = excluded.fresh, asset_id = NULL, missing = FALSE, problem = excluded.problem,
                        problem_at = CASE WHEN ? THEN excluded.problem_at ELSE file.problem_at END,
                        problem_version = excluded.problem_version""",
                    key,
                    stamp.size(),
                    stamp.modifiedMillis(),
                    stamp.sidecarMillis(),
                    stamp.fresh(),
                    reason,
                    clock.millis(),
                    version,
                    news);
            if (before.flatMap(state -> state.assetId().stream().boxed().findFirst())
                    .isPresent()) {
                Showable.grow(session);
            }
            return news;
        });
    }

    @Override
    public int reconcile(Path folder, Set<Path> found) {
        Set<String> keys = new HashSet<>();
        found.forEach(path -> keys.add(SqlFiles.key(path)));
        SqlFiles.Range range = SqlFiles.Range.below(folder);
        return database.writeComputed(session -> {
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
                session.update("UPDATE file SET missing = TRUE WHERE path = ?", path);
            }
            for (String path : back) {
                session.update("UPDATE file SET missing = FALSE WHERE path = ?", path);
            }
            if (!gone.isEmpty() || !back.isEmpty()) {
                Showable.grow(session);
            }
            return gone.size();
        });
    }

    @Override
    public boolean people(List<PersonFound> people, List<DoubtFound> doubts, String version, long revision) {
        return database.writeComputed(session -> {
            if (!Showable.stands(session, revision)) {
                return false;
            }
            for (PersonFound person : people) {
                SqlPeople.writeFound(session, person);
            }
            SqlDoubts.insert(session, doubts);
            int considered = session.update(
                    """
                    INSERT INTO analysis (asset_id, stage, version, at)
                    SELECT a.id, ?, ?, ? FROM asset a LEFT JOIN analysis v ON v.asset_id = a.id AND v.stage = ?
                    WHERE v.version IS DISTINCT FROM ?""" + REPLACE_ANALYSIS, Stage.PEOPLE.name(), version, clock.millis(), Stage.PEOPLE.name(), version);
            if (!people.isEmpty() || considered > 0) {
                Showable.grow(session);
            }
            return true;
        });
    }

    @Override
    public void close() {
        lock.close();
    }
}
