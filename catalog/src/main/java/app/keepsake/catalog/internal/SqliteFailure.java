package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite says, as a friend would. */
final class SqliteFailure {
    private static final int FIRST_BYTE = 0xff;

    private SqliteFailure() {}

    static CatalogException of(Path file, SQLException cause) {
        return new CatalogException("The catalog %s %s.".formatted(file, why(file, cause)), cause);
    }

    private static String why(Path file, SQLException cause) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & FIRST_BYTE);
        if (cause instanceof Session.UnreadableRowException) {
            return damaged(file);
        }
        return switch (code) {
            case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_FORMAT -> damaged(file);
            case SQLITE_BUSY -> "is being written by another process for too long; try again when that has ended";
            case SQLITE_FULL -> DiskSpace.FULL;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                "cannot be written; check the permissions of the file and of its folder";
            // A full disk is told in many ways: SQLite's files beside the catalog cannot grow, either.
            default ->
                DiskSpace.isShort(file)
                        ? DiskSpace.FULL
                        : code == SQLiteErrorCode.SQLITE_IOERR
                                ? "cannot be read or written (%s); check the disk that it is on"
                                        .formatted(cause.getMessage())
                                : isAboutTables(cause) ? damaged(file) : "failed: " + cause.getMessage();
        };
    }

    /** A table that every catalog of this version has is not there. */
    private static boolean isAboutTables(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("no such table") || message.contains("malformed");
    }

    /** SQLite would begin a new catalog in an empty file, and all would be forgotten without a word. */
    static void checkIsNotCutToNothing(Path file) {
        try {
            Path lock = file.resolveSibling(file.getFileName() + FileLock.INDEXING);
            if (Files.exists(file) && Files.size(file) == 0 && Files.exists(lock)) {
                throw new CatalogException("The catalog %s is empty, and was not; move it away%s."
                        .formatted(file, Backups.advice(file.resolveSibling(Backups.FOLDER))));
            }
        } catch (IOException e) {
            throw new CatalogException("The catalog %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String damaged(Path file) {
        return "is damaged or no catalog; move it away" + Backups.advice(file.resolveSibling(Backups.FOLDER));
    }
}
