package app.keepsake.catalog.internal;

import app.keepsake.catalog.Encodings;
import app.keepsake.catalog.Stage;
import java.time.Clock;

/** Vectors as they are given. */
final class SqlEncodings extends SqlUnread implements Encodings {
    private final Database database;

    SqlEncodings(Database database, Clock clock) {
        super(database, clock, Stage.ENCODING);
        this.database = database;
    }

    @Override
    public void each(String encoder, Visitor visitor) {
        database.read(session -> {
            session.each(
                    "SELECT asset_id, vector FROM encoding WHERE encoder = ?",
                    row -> visitor.vector(row.getLong(1), row.getBytes(2)),
                    encoder);
            return true;
        });
    }

    @Override
    public void write(long assetId, byte[] vector, String encoder) {
        database.writeFile(session -> {
            session.update("DELETE FROM encoding WHERE asset_id = ?", assetId);
            if (vector.length > 0) {
                session.update(
                        "INSERT INTO encoding (asset_id, encoder, vector) SELECT id, ?, ? FROM asset WHERE id = ?",
                        encoder,
                        vector,
                        assetId);
            }
            note(session, assetId, encoder);
            return true;
        });
    }

    @Override
    public long count(String encoder) {
        return database.read(session -> session.number("SELECT count(*) FROM encoding WHERE encoder = ?", encoder));
    }

    @Override
    public void clear() {
        database.writeFile(session -> {
            session.update("DELETE FROM encoding");
            session.update("DELETE FROM analysis WHERE stage = ?", Stage.ENCODING.name());
            return true;
        });
    }
}
