package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Assets;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Embedding;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Tag;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads assets and what was found in them. */
final class SqlAssets implements Assets {
    private final Database database;

    SqlAssets(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Asset> find(ContentHash hash) {
        return database.read(session -> find(session, hash));
    }

    static Optional<Asset> find(Session session, ContentHash hash) throws SQLException {
        return session.one(
                "SELECT " + Columns.ASSET + " FROM asset a WHERE a.hash = ?", Columns::asset, (Object) hash.toBytes());
    }

    @Override
    public Optional<Asset> find(long id) {
        return database.read(session -> find(session, id));
    }

    private static Optional<Asset> find(Session session, long id) throws SQLException {
        return session.one("SELECT " + Columns.ASSET + " FROM asset a WHERE a.id = ?", Columns::asset, id);
    }

    @Override
    public Optional<AssetView> view(long id) {
        return database.read(session -> {
            Optional<Asset> asset = find(session, id);
            return asset.isEmpty() ? Optional.empty() : Optional.of(view(session, asset.get()));
        });
    }

    static Optional<AssetView> view(Session session, ContentHash hash) throws SQLException {
        Optional<Asset> asset = find(session, hash);
        return asset.isEmpty() ? Optional.empty() : Optional.of(view(session, asset.get()));
    }

    @Override
    public List<AssetView> views(Collection<Long> ids) {
        return database.read(session -> AssetBatch.read(session, ids));
    }

    private static AssetView view(Session session, Asset asset) throws SQLException {
        long id = asset.id();
        Map<Stage, String> versions = new EnumMap<>(Stage.class);
        session.each(
                "SELECT stage, version FROM analysis WHERE asset_id = ?",
                row -> versions.put(Stage.valueOf(row.getString(1)), row.getString(2)),
                id);
        return new AssetView(
                asset,
                session.list(
                        "SELECT path FROM file WHERE asset_id = ? AND NOT missing ORDER BY path",
                        row -> Path.of(row.getString(1)),
                        id),
                session.list(
                        "SELECT " + Columns.FACE + " FROM face f WHERE f.asset_id = ? AND " + Columns.OF_SOMEBODY
                                + " ORDER BY f.x, f.y, f.id",
                        Columns::face,
                        id),
                session.one("SELECT " + Columns.QUALITY + " FROM quality q WHERE q.asset_id = ?", Columns::quality, id),
                session.list("""
                        SELECT n.text, t.confidence, s.text FROM tag t JOIN word n ON n.id = t.name
                        JOIN word s ON s.id = t.source WHERE t.asset_id = ? ORDER BY n.text, s.text""", row -> new Tag(row.getString(1), row.getDouble(2), row.getString(3)), id),
                session.list(
                        "SELECT kind, probability, reason FROM flag WHERE asset_id = ? ORDER BY kind",
                        row -> new Flag(Flag.Kind.valueOf(row.getString(1)), row.getDouble(2), row.getString(3)),
                        id),
                versions);
    }

    /** All, also those that are said to be nobody's, and animals that nobody knows. */
    static List<AssetFace> faces(Session session, long assetId) throws SQLException {
        return session.list(
                "SELECT " + Columns.FACE + " FROM face f WHERE f.asset_id = ? ORDER BY f.x, f.y, f.id",
                Columns::face,
                assetId);
    }

    @Override
    public List<AssetView> clipsOf(String livePhotoId) {
        List<Long> ids = database.read(session -> session.list(
                "SELECT id FROM asset WHERE live_photo_id = ? AND clip ORDER BY hash",
                row -> row.getLong(1),
                livePhotoId));
        return views(ids).stream()
                .filter(view -> !view.files().isEmpty())
                .sorted(Comparator.comparing(view -> view.asset().hash()))
                .toList();
    }

    @Override
    public Set<Long> movements() {
        return Set.copyOf(database.read(session -> session.list("""
                        SELECT DISTINCT c.id FROM asset c JOIN asset s ON s.live_photo_id = c.live_photo_id
                        WHERE c.clip AND NOT s.clip AND s.movement_bytes = 0 AND EXISTS
                            (SELECT 1 FROM file f WHERE f.asset_id = s.id AND NOT f.missing)""", row -> row.getLong(1))));
    }

    @Override
    public long count() {
        return database.read(session ->
                session.number("SELECT count(DISTINCT asset_id) FROM file WHERE asset_id IS NOT NULL AND NOT missing"));
    }

    @Override
    public void each(Consumer<AssetView> visitor) {
        database.snapshot(session -> {
            AssetStream.run(session, visitor);
            return true;
        });
    }

    @Override
    public boolean isHidden(Asset asset) {
        return database.read(session -> HiddenAssets.is(session, asset));
    }

    @Override
    public Set<Long> unseen() {
        return database.snapshot(session -> {
            Set<Long> unseen = HiddenAssets.all(session);
            session.each("""
                    SELECT f.asset_id FROM file f WHERE f.missing AND f.asset_id IS NOT NULL AND NOT EXISTS
                        (SELECT 1 FROM file g WHERE g.asset_id = f.asset_id AND NOT g.missing)""", row -> unseen.add(row.getLong(1)));
            return unseen;
        });
    }

    @Override
    public Optional<Embedding> embedding(long id) {
        return database.read(session -> session.one(
                "SELECT model, vector FROM embedding WHERE asset_id = ?",
                row -> Columns.embedding(row.getString(1), row.getBytes(2)),
                id));
    }

    @Override
    public List<AssetFace> facesWithEmbeddings(long id) {
        return database.read(session -> session.list(
                "SELECT " + Columns.FACE
                        + ", e.model, e.vector FROM face f LEFT JOIN face_embedding e ON e.face_id = f.id"
                        + " WHERE f.asset_id = ? ORDER BY f.x, f.y, f.id",
                row -> {
                    AssetFace face = Columns.face(row);
                    String model = row.getString(14);
                    return model == null ? face : face.withEmbedding(Columns.embedding(model, row.getBytes(15)));
                },
                id));
    }

    @Override
    public List<Asset> outdated(Stage stage, String version, int limit) {
        return database.read(
                session -> session.list("SELECT " + Columns.ASSET + """
                         FROM asset a LEFT JOIN analysis v ON v.asset_id = a.id AND v.stage = ?
                        WHERE v.version IS DISTINCT FROM ? AND EXISTS
                            (SELECT 1 FROM file WHERE file.asset_id = a.id AND NOT file.missing)
                        ORDER BY v.at NULLS FIRST, a.captured_at NULLS FIRST, a.hash LIMIT ?""", Columns::asset, stage.name(), version, limit));
    }
}
