package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Tag;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes through a whole library by one cursor a table, all in the same order, side by side: a query for each asset and
 * table would take several times as long.
 */
final class AssetStream implements AutoCloseable {
    private static final String ORDER = " ORDER BY a.captured_at NULLS FIRST, a.hash";

    private final Session session;
    private final Map<Long, String> words = new HashMap<>();
    private final List<Cursor<?>> open = new ArrayList<>();

    private AssetStream(Session session) {
        this.session = session;
    }

    static void run(Session session, Consumer<AssetView> visitor) throws SQLException {
        try (AssetStream stream = new AssetStream(session)) {
            stream.visit(visitor);
        }
    }

    private void visit(Consumer<AssetView> visitor) throws SQLException {
        session.each("SELECT id, text FROM word", row -> words.put(row.getLong(1), row.getString(2)));
        Cursor<Path> files = child(
                "f.asset_id, f.path",
                "file f",
                "f",
                " AND NOT f.missing",
                ", f.path",
                row -> Path.of(row.getString(2)));
        Cursor<AssetFace> faces =
                child(Columns.FACE, "face f", "f", " AND " + Columns.OF_SOMEBODY, ", f.x, f.y, f.id", Columns::face);
        Cursor<Quality> qualities = child(Columns.QUALITY, "quality q", "q", "", "", Columns::quality);
        Cursor<Tag> tags = child(
                "t.asset_id, t.name, t.confidence, t.source",
                "tag t",
                "t",
                "",
                "",
                row -> new Tag(word(row, 2), row.getDouble(3), word(row, 4)));
        Cursor<Flag> flags = child(
                "g.asset_id, g.kind, g.probability, g.reason",
                "flag g",
                "g",
                "",
                ", g.kind",
                row -> new Flag(Flag.Kind.valueOf(row.getString(2)), row.getDouble(3), row.getString(4)));
        session.each("SELECT " + Columns.ASSET + " FROM asset a" + ORDER, row -> {
            Asset asset = Session.read(Columns::asset, row);
            List<Path> paths = files.of(asset.id());
            List<AssetFace> itsFaces = faces.of(asset.id());
            List<Quality> itsQuality = qualities.of(asset.id());
            List<Tag> itsTags = new ArrayList<>(tags.of(asset.id()));
            itsTags.sort(Comparator.comparing(Tag::name).thenComparing(Tag::source));
            List<Flag> itsFlags = flags.of(asset.id());
            if (!paths.isEmpty()) {
                visitor.accept(new AssetView(
                        asset,
                        paths,
                        itsFaces,
                        itsQuality.stream().findFirst(),
                        List.copyOf(itsTags),
                        itsFlags,
                        Map.of()));
            }
        });
    }

    private String word(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(words.get(row.getLong(column)))
                .orElseThrow(() -> new Session.UnreadableRowException("a tag refers to a word that is not there"));
    }

    private <T> Cursor<T> child(
            String columns, String table, String alias, String condition, String order, Session.Row<T> read)
            throws SQLException {
        // CROSS JOIN makes SQLite keep the tables in this order, so that nothing is sorted but each asset's few rows.
        String sql = "SELECT " + columns + " FROM asset a CROSS JOIN " + table + " WHERE " + alias + ".asset_id = a.id"
                + condition + ORDER + order;
        Cursor<T> cursor = new Cursor<>(session, sql, read);
        open.add(cursor);
        return cursor;
    }

    @Override
    public void close() throws SQLException {
        for (Cursor<?> cursor : open) {
            cursor.close();
        }
    }

    /** Rows of a table, whose first column is an asset's number, taken asset by asset. */
    private static final class Cursor<T> implements AutoCloseable {
        private final Statement statement;
        private final ResultSet rows;
        private final Session.Row<T> read;
        private boolean more;

        Cursor(Session session, String sql, Session.Row<T> read) throws SQLException {
            this.statement = session.connection().createStatement();
            this.rows = statement.executeQuery(sql);
            this.read = read;
            this.more = rows.next();
        }

        List<T> of(long assetId) throws SQLException {
            if (!more || rows.getLong(1) != assetId) {
                return List.of();
            }
            List<T> values = new ArrayList<>();
            while (more && rows.getLong(1) == assetId) {
                values.add(Session.read(read, rows));
                more = rows.next();
            }
            return List.copyOf(values);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
