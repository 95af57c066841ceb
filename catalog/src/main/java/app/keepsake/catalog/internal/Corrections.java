package app.keepsake.catalog.internal;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.ChangedMeanwhileException;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.People.Correction;
import app.keepsake.catalog.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the user said of faces. It is kept by content and box, so that it outlives faces that are computed anew. */
final class Corrections {
    /** Boxes that overlap more are the same face, found by two versions of a detector. */
    static final double SAME_FACE = 0.5;

    private Corrections() {}

    /** A correction as it lies in the table. */
    record Stored(ContentHash hash, Box box, long personId, boolean same, boolean pet) {}

    private static final String STORED = """
            SELECT c.hash, c.x, c.y, c.width, c.height, c.person_id, c.same, p.pet
            FROM correction c JOIN person p ON p.id = c.person_id""";

    static void add(Session session, long personId, long faceId, boolean same, long at) throws SQLException {
        if (session.update("""
                        INSERT INTO correction (hash, x, y, width, height, person_id, same, at)
                        SELECT a.hash, f.x, f.y, f.width, f.height, ?, ?, ? FROM face f
                        JOIN asset a ON a.id = f.asset_id WHERE f.id = ?""", personId, same, at, faceId) == 0) {
            throw new ChangedMeanwhileException(
                    "The catalog knows no face number %d. \"keepsake people --json\" lists them.".formatted(faceId));
        }
        insert(session, personId, faceId, same);
        reconsider(session, session.number("SELECT asset_id FROM face WHERE id = ?", faceId));
    }

    /** The faces of an asset are to be considered at the next run. */
    static void reconsider(Session session, long assetId) throws SQLException {
        session.update("DELETE FROM analysis WHERE asset_id = ? AND stage = ?", assetId, Stage.PEOPLE.name());
    }

    /** In the order in which it was said. */
    static List<Correction> all(Session session) throws SQLException {
        List<Stored> stored = session.list(STORED + " ORDER BY c.id", Corrections::stored);
        List<Correction> all = new ArrayList<>();
        for (Stored one : stored) {
            all.add(new Correction(one.hash(), one.box(), faceAt(session, one), one.personId(), one.same()));
        }
        return List.copyOf(all);
    }

    private static Optional<Long> faceAt(Session session, Stored correction) throws SQLException {
        List<AssetFace> faces = session.list(
                "SELECT " + Columns.FACE
                        + " FROM face f JOIN asset a ON a.id = f.asset_id WHERE a.hash = ? ORDER BY f.id",
                Columns::face,
                (Object) correction.hash().toBytes());
        return faceAt(faces, correction);
    }

    private static Optional<Long> faceAt(List<AssetFace> faces, Stored correction) {
        return faces.stream()
                .filter(face -> face.animal().isPresent() == correction.pet())
                .filter(face -> face.box().overlap(correction.box()) >= SAME_FACE)
                .max(Comparator.comparingDouble(face -> face.box().overlap(correction.box())))
                .map(AssetFace::id);
    }

    /**
     * Says once more, in the same order, what the user said of the faces of an asset, after they were found anew: a face
     * that was lost for a while, and is found again, is who the user said last, and not who he said it is not.
     */
    static void replay(Session session, long assetId, ContentHash hash) throws SQLException {
        List<Stored> said =
                session.list(STORED + " WHERE c.hash = ? ORDER BY c.id", Corrections::stored, (Object) hash.toBytes());
        List<AssetFace> faces = said.isEmpty() ? List.of() : SqlAssets.faces(session, assetId);
        for (Stored one : said) {
            Optional<Long> face = faceAt(faces, one);
            if (face.isPresent()) {
                insert(session, one.personId(), face.get(), one.same());
            }
        }
    }

    /** Lets what was said of a face count. */
    static void insert(Session session, long personId, long faceId, boolean same) throws SQLException {
        if (same) {
            session.update("UPDATE face SET person_id = ?, person_by_user = TRUE WHERE id = ?", personId, faceId);
        } else {
            session.update(
                    "UPDATE face SET person_id = NULL, person_by_user = FALSE WHERE id = ? AND person_id = ?",
                    faceId,
                    personId);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                ContentHash.ofBytes(row.getBytes(1)),
                new Box(row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)),
                row.getLong(6),
                row.getBoolean(7),
                row.getBoolean(8));
    }
}
