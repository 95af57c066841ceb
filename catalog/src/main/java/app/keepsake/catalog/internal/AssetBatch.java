package app.keepsake.catalog.internal;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Tag;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Some assets by a query a table, where one for each asset would take many times as long. */
final class AssetBatch {
    /** Two lengths of lists are two statements to prepare. */
    private static final int FEW = 16;

    private static final int MANY = 256;

    private final Session session;
    private final String marks;
    private final Object[] ids;

    private AssetBatch(Session session, List<Long> ids) {
        this.session = session;
        int length = ids.size() <= FEW ? FEW : MANY;
        this.marks = " IN (?" + ", ?".repeat(length - 1) + ") ";
        List<Long> filled = new ArrayList<>(ids);
        while (filled.size() < length) {
            filled.add(ids.getFirst());
        }
        this.ids = filled.toArray();
    }

    /** In no certain order, each once; those that are not there are left out. */
    static List<AssetView> read(Session session, Collection<Long> wanted) throws SQLException {
        List<Long> ids = List.copyOf(new LinkedHashSet<>(wanted));
        List<AssetView> all = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MANY) {
            new AssetBatch(session, ids.subList(from, Math.min(ids.size(), from + MANY))).addTo(all);
        }
        return List.copyOf(all);
    }

    private void addTo(List<AssetView> all) throws SQLException {
        Map<Long, List<Path>> files = by(
                "SELECT asset_id, path FROM file WHERE NOT missing AND asset_id",
                " ORDER BY path",
                row -> Path.of(row.getString(2)));
        Map<Long, List<AssetFace>> faces = by(
                "SELECT " + Columns.FACE + " FROM face f WHERE " + Columns.OF_SOMEBODY + " AND f.asset_id",
                " ORDER BY f.x, f.y, f.id",
                Columns::face);
        Map<Long, List<Quality>> qualities =
                by("SELECT " + Columns.QUALITY + " FROM quality q WHERE q.asset_id", "", Columns::quality);
        Map<Long, List<Tag>> tags = by(
                "SELECT t.asset_id, n.text, t.confidence, s.text FROM tag t JOIN word n ON n.id = t.name"
                        + " JOIN word s ON s.id = t.source WHERE t.asset_id",
                " ORDER BY n.text, s.text",
                row -> new Tag(row.getString(2), row.getDouble(3), row.getString(4)));
        Map<Long, List<Flag>> flags = by(
                "SELECT asset_id, kind, probability, reason FROM flag WHERE asset_id",
                " ORDER BY kind",
                row -> new Flag(Flag.Kind.valueOf(row.getString(2)), row.getDouble(3), row.getString(4)));
        for (Asset asset :
                session.list("SELECT " + Columns.ASSET + " FROM asset a WHERE a.id" + marks, Columns::asset, ids)) {
            long id = asset.id();
            all.add(new AssetView(
                    asset,
                    files.getOrDefault(id, List.of()),
                    faces.getOrDefault(id, List.of()),
                    qualities.getOrDefault(id, List.of()).stream().findFirst(),
                    tags.getOrDefault(id, List.of()),
                    flags.getOrDefault(id, List.of()),
                    Map.of()));
        }
    }

    private <T> Map<Long, List<T>> by(String select, String order, Session.Row<T> read) throws SQLException {
        Map<Long, List<T>> found = new HashMap<>();
        session.each(
                select + marks + order,
                row -> found.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(Session.read(read, row)),
                ids);
        return found;
    }
}
