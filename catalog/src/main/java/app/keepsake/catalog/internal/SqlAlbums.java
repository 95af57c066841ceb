package app.keepsake.catalog.internal;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AlbumAsset;
import app.keepsake.catalog.AlbumContents;
import app.keepsake.catalog.AlbumFound;
import app.keepsake.catalog.Albums;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Albums and what is in them. */
final class SqlAlbums implements Albums {
    private static final Comparator<Album> LATEST_FIRST = Comparator.comparing(
                    (Album album) -> album.last().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(Album::title)
            .thenComparing(Album::source)
            .thenComparing(Album::key);

    private static final String ALBUM = "SELECT id, source, album_key, title, description, shared FROM album";

    /** What a cover is worth of which nothing is known. */
    private static final double USUAL = 0.5;

    /** A clip's first picture seldom tells what it shows. */
    private static final double OF_CLIPS = 0.5;

    private static final String SEEN = "SELECT l.album_id, a.id, " + Columns.TIME_OF_KNOWN_DAY + """
            , a.favourite, a.clip, q.overall
            FROM album_asset l JOIN asset a ON a.id = l.asset_id LEFT JOIN quality q ON q.asset_id = a.id
            WHERE NOT a.hidden AND EXISTS (SELECT 1 FROM file f WHERE f.asset_id = a.id AND NOT f.missing)""";

    private static final String ORDER = " ORDER BY l.album_id, a.captured_at NULLS FIRST, a.hash";

    private final Database database;

    SqlAlbums(Database database) {
        this.database = database;
    }

    @Override
    public void replace(String source, List<AlbumFound> found) {
        Map<String, AlbumFound> byKey = new TreeMap<>();
        for (AlbumFound one : found) {
            if (byKey.put(one.key(), one) != null) {
                throw new IllegalArgumentException(
                        "Expected albums of different keys, found \"%s\" twice.".formatted(one.key()));
            }
        }
        database.writeComputed(session -> {
            Set<Long> known = new HashSet<>(session.list("SELECT id FROM asset", row -> row.getLong(1)));
            Map<String, Long> before = new HashMap<>();
            session.each(
                    "SELECT album_key, id FROM album WHERE source = ?",
                    row -> before.put(row.getString(1), row.getLong(2)),
                    source);
            for (AlbumFound album : byKey.values()) {
                Set<Long> assets = new TreeSet<>(album.assetIds());
                assets.retainAll(known);
                if (!assets.isEmpty()) {
                    before.remove(album.key());
                    fill(session, put(session, source, album), assets);
                }
            }
            for (long gone : before.values()) {
                session.update("DELETE FROM album WHERE id = ?", gone);
            }
            return true;
        });
    }

    private static long put(Session session, String source, AlbumFound album) throws SQLException {
        session.update("""
                INSERT INTO album (source, album_key, title, description, shared) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (source, album_key) DO UPDATE SET title = excluded.title,
                    description = excluded.description, shared = excluded.shared
                WHERE album.title <> excluded.title OR album.description <> excluded.description
                    OR album.shared <> excluded.shared""", source, album.key(), album.title(), album.description(), album.shared());
        return session.number("SELECT id FROM album WHERE source = ? AND album_key = ?", source, album.key());
    }

    /** Writes only what is another than before: most albums stay as they are. */
    private static void fill(Session session, long album, Set<Long> assets) throws SQLException {
        Set<Long> gone = new TreeSet<>(
                session.list("SELECT asset_id FROM album_asset WHERE album_id = ?", row -> row.getLong(1), album));
        Set<Long> come = new TreeSet<>(assets);
        come.removeAll(gone);
        gone.removeAll(assets);
        for (long asset : gone) {
            session.update("DELETE FROM album_asset WHERE album_id = ? AND asset_id = ?", album, asset);
        }
        for (long asset : come) {
            session.update("INSERT INTO album_asset (album_id, asset_id) VALUES (?, ?)", album, asset);
        }
    }

    @Override
    public List<Album> list() {
        return contents().stream().map(AlbumContents::album).toList();
    }

    @Override
    public List<AlbumContents> contents() {
        return database.read(session -> {
            Map<Long, List<AlbumAsset>> seen = new HashMap<>();
            session.each(
                    SEEN + ORDER,
                    row -> seen.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(asset(row)));
            List<AlbumContents> all = new ArrayList<>();
            for (Album album : session.list(ALBUM, SqlAlbums::album)) {
                AlbumContents.of(album, seen.getOrDefault(album.id(), List.of()))
                        .ifPresent(all::add);
            }
            all.sort(Comparator.comparing(AlbumContents::album, LATEST_FIRST));
            return List.copyOf(all);
        });
    }

    @Override
    public Optional<AlbumContents> get(long id) {
        return database.read(session -> {
            List<AlbumAsset> seen = session.list(SEEN + " AND l.album_id = ?" + ORDER, SqlAlbums::asset, id);
            return session.one(ALBUM + " WHERE id = ?", SqlAlbums::album, id)
                    .flatMap(album -> AlbumContents.of(album, seen));
        });
    }

    /** Without what its pictures tell. */
    private static Album album(ResultSet row) throws SQLException {
        return new Album(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static AlbumAsset asset(ResultSet row) throws SQLException {
        double quality = Columns.optionalDouble(row, 6).orElse(USUAL);
        boolean favourite = row.getBoolean(4);
        boolean clip = row.getBoolean(5);
        return new AlbumAsset(
                row.getLong(2),
                Columns.optionalTime(row, 3).map(LocalDateTime::toLocalDate),
                (favourite ? 1 : 0) + (clip ? OF_CLIPS : 1) * quality);
    }
}
