package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Unread;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Which version read a photo: its own, or one that says how often that was begun in vain. */
abstract class SqlUnread implements Unread {
    private static final String ONCE = "begun ";
    private static final String TWICE = "begun twice ";

    private static final String UNREAD = """
             FROM asset a LEFT JOIN analysis v ON v.asset_id = a.id AND v.stage = ?
            WHERE NOT a.clip AND v.version IS DISTINCT FROM ? AND v.version IS DISTINCT FROM ? AND EXISTS
                (SELECT 1 FROM file WHERE file.asset_id = a.id AND NOT file.missing)""";

    private final Database database;
    private final Clock clock;
    private final Stage stage;

    SqlUnread(Database database, Clock clock, Stage stage) {
        this.database = database;
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public List<Asset> unread(String version, int limit) {
        return database.read(session -> session.list(
                "SELECT " + Columns.ASSET + UNREAD
                        + " ORDER BY CASE WHEN v.version IS NULL THEN 0 ELSE 1 END, a.captured_at DESC NULLS LAST, a.hash"
                        + " LIMIT ?",
                Columns::asset,
                stage.name(),
                version,
                TWICE + version,
                limit));
    }

    @Override
    public long countUnread(String version, Set<Long> besides) {
        return database.read(session ->
                session
                        .list("SELECT a.id" + UNREAD, row -> row.getLong(1), stage.name(), version, TWICE + version)
                        .stream()
                        .filter(id -> !besides.contains(id))
                        .count());
    }

    @Override
    public void begin(long assetId, String version) {
        database.writeFile(session -> {
            boolean before = session.one(
                            "SELECT version FROM analysis WHERE asset_id = ? AND stage = ?",
                            row -> row.getString(1),
                            assetId,
                            stage.name())
                    .filter((ONCE + version)::equals)
                    .isPresent();
            note(session, assetId, (before ? TWICE : ONCE) + version);
            return true;
        });
    }

    @Override
    public void leave(long assetId) {
        database.writeFile(session ->
                session.update("DELETE FROM analysis WHERE asset_id = ? AND stage = ?", assetId, stage.name()));
    }

    /** Of a photo that was forgotten meanwhile, nothing is noted. */
    final void note(Session session, long assetId, String version) throws SQLException {
        session.update("""
                INSERT INTO analysis (asset_id, stage, version, at) SELECT id, ?, ?, ? FROM asset WHERE id = ?
                ON CONFLICT (asset_id, stage) DO UPDATE SET version = excluded.version, at = excluded.at""", stage.name(), version, clock.millis(), assetId);
    }
}
