package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Texts;
import app.keepsake.catalog.WrittenLine;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Lines of writing, and which version read a photo: its own, or one that says how often that was begun in vain. */
final class SqlTexts implements Texts {
    private static final String ONCE = "begun ";
    private static final String TWICE = "begun twice ";

    private static final String UNREAD = """
             FROM asset a LEFT JOIN analysis v ON v.asset_id = a.id AND v.stage = ?
            WHERE NOT a.clip AND v.version IS DISTINCT FROM ? AND v.version IS DISTINCT FROM ? AND EXISTS
                (SELECT 1 FROM file WHERE file.asset_id = a.id AND NOT file.missing)""";

    private final Database database;
    private final Clock clock;

    SqlTexts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<WrittenLine> of(long assetId) {
        return database.read(session -> session.list(
                "SELECT text, score, x, y, width, height FROM text_line WHERE asset_id = ? ORDER BY line",
                row -> new WrittenLine(
                        row.getString(1),
                        row.getDouble(2),
                        new Box(row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getDouble(6))),
                assetId));
    }

    @Override
    public void each(Visitor visitor) {
        database.read(session -> {
            session.each(
                    "SELECT asset_id, text FROM text_line ORDER BY asset_id, line",
                    row -> visitor.line(row.getLong(1), row.getString(2)));
            return true;
        });
    }

    @Override
    public List<Asset> unread(String version, int limit) {
        return database.read(session -> session.list(
                "SELECT " + Columns.ASSET + UNREAD
                        + " ORDER BY CASE WHEN v.version IS NULL THEN 0 ELSE 1 END, a.captured_at DESC NULLS LAST, a.hash"
                        + " LIMIT ?",
                Columns::asset,
                Stage.TEXTS.name(),
                version,
                TWICE + version,
                limit));
    }

    @Override
    public long countUnread(String version, Set<Long> besides) {
        return database.read(
                session -> session
                        .list(
                                "SELECT a.id" + UNREAD,
                                row -> row.getLong(1),
                                Stage.TEXTS.name(),
                                version,
                                TWICE + version)
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
                            Stage.TEXTS.name())
                    .filter((ONCE + version)::equals)
                    .isPresent();
            note(session, assetId, (before ? TWICE : ONCE) + version);
            return true;
        });
    }

    @Override
    public void leave(long assetId) {
        database.writeFile(session ->
                session.update("DELETE FROM analysis WHERE asset_id = ? AND stage = ?", assetId, Stage.TEXTS.name()));
    }

    @Override
    public void write(long assetId, List<WrittenLine> lines, String version) {
        database.writeFile(session -> {
            session.update("DELETE FROM text_line WHERE asset_id = ?", assetId);
            for (int i = 0; i < lines.size(); i++) {
                WrittenLine line = lines.get(i);
                session.update(
                        """
                        INSERT INTO text_line (asset_id, line, text, score, x, y, width, height)
                        SELECT id, ?, ?, ?, ?, ?, ?, ? FROM asset WHERE id = ?""",
                        i,
                        line.text(),
                        line.score(),
                        line.box().x(),
                        line.box().y(),
                        line.box().width(),
                        line.box().height(),
                        assetId);
            }
            note(session, assetId, version);
            return true;
        });
    }

    /** Of a photo that was forgotten meanwhile, nothing is noted. */
    private void note(Session session, long assetId, String version) throws SQLException {
        session.update("""
                INSERT INTO analysis (asset_id, stage, version, at) SELECT id, ?, ?, ? FROM asset WHERE id = ?
                ON CONFLICT (asset_id, stage) DO UPDATE SET version = excluded.version, at = excluded.at""", Stage.TEXTS.name(), version, clock.millis(), assetId);
    }
}
