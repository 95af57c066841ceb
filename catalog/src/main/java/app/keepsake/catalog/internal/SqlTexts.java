package app.keepsake.catalog.internal;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Texts;
import app.keepsake.catalog.WrittenLine;
import java.time.Clock;
import java.util.List;

/** Lines of writing. */
final class SqlTexts extends SqlUnread implements Texts {
    private final Database database;

    SqlTexts(Database database, Clock clock) {
        super(database, clock, Stage.TEXTS);
        this.database = database;
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
}
