package app.keepsake.catalog.internal;

import app.keepsake.catalog.AssetFile;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.FileState;
import app.keepsake.catalog.LibraryFiles;
import app.keepsake.catalog.Problem;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paths in the table "file". */
final class SqlFiles implements LibraryFiles {
    static final String STATE =
            "SELECT size, modified_ms, sidecar_ms, fresh, asset_id, missing, problem, problem_version, path FROM file ";

    private final Database database;

    SqlFiles(Database database) {
        this.database = database;
    }

    @Override
    public Optional<FileState> known(Path file) {
        return database.read(session -> session.one(STATE + "WHERE path = ?", SqlFiles::state, key(file)));
    }

    @Override
    public Map<Path, FileState> knownUnder(Path folder) {
        Map<Path, FileState> states = new HashMap<>();
        Range range = Range.below(folder);
        database.read(session -> {
            session.each(
                    STATE + "WHERE path >= ? AND path < ?",
                    row -> states.put(Path.of(row.getString(9)), state(row)),
                    range.from(),
                    range.to());
            return states;
        });
        return states;
    }

    @Override
    public boolean anyUnder(Path folder) {
        Range range = Range.below(folder);
        return database.read(session -> session.one(
                        "SELECT path FROM file WHERE path >= ? AND path < ? AND NOT missing LIMIT 1",
                        row -> row.getString(1),
                        range.from(),
                        range.to()))
                .isPresent();
    }

    @Override
    public List<AssetFile> holding(long assetId) {
        return database.read(session -> session.list(
                """
                SELECT f.size, f.modified_ms, f.sidecar_ms, f.fresh, f.path, f.missing, a.hash
                FROM file f JOIN asset a ON a.id = f.asset_id WHERE f.asset_id = ? ORDER BY f.path""",
                row -> new AssetFile(
                        Path.of(row.getString(5)), stamp(row), ContentHash.ofBytes(row.getBytes(7)), row.getBoolean(6)),
                assetId));
    }

    @Override
    public List<Problem> problems() {
        return database.read(session -> session.list(
                """
                SELECT path, problem, problem_at, problem_version FROM file
                WHERE problem IS NOT NULL AND NOT missing ORDER BY path""",
                row -> new Problem(
                        Path.of(row.getString(1)),
                        row.getString(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4))));
    }

    static String key(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    static FileState state(ResultSet row) throws SQLException {
        return new FileState(
                stamp(row),
                Columns.optionalLong(row, 5),
                row.getBoolean(6),
                Columns.optionalText(row, 7),
                Columns.optionalText(row, 8));
    }

    private static FileStamp stamp(ResultSet row) throws SQLException {
        return new FileStamp(row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4));
    }

    /** The keys of all paths below a folder: from "folder/" to before "folder0", the character after the slash. */
    record Range(String from, String to) {
        static Range below(Path folder) {
            String separator = folder.getFileSystem().getSeparator();
            String key = key(folder);
            String bare = key.endsWith(separator) ? key.substring(0, key.length() - separator.length()) : key;
            return new Range(bare + separator, bare + (char) (separator.charAt(0) + 1));
        }
    }
}
