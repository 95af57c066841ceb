package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import java.sql.SQLException;
import java.util.Objects;

/** Says what is wrong with a PostgreSQL database, and what to do. */
final class PostgresFailure {
    static final String ANOTHER =
            "make a new database with PostgreSQL's createdb, name it in keepsake.properties, and run \"keepsake restore FILE\" with the newest file in the library's folder backups";
    private static final String DISK_FULL = "53100";

    private PostgresFailure() {}

    static CatalogException of(String name, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        String message =
                Objects.toString(cause.getMessage(), "").lines().findFirst().orElse("");
        if (cause instanceof Session.UnreadableRowException || state.startsWith("XX0")) {
            return new CatalogException("The catalog %s is damaged (%s); %s.".formatted(name, message, ANOTHER), cause);
        }
        if (state.equals(DISK_FULL)) {
            return new CatalogException(
                    "The catalog %s cannot grow: the disk of its server is full; free some space there and run again, nothing done so far is lost."
                            .formatted(name),
                    cause);
        }
        String why = switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" ->
                "cannot be reached (%s); check that the server runs and that the address in keepsake.properties is right"
                        .formatted(message);
            case "28" ->
                "lets nobody in (%s); check the user in keepsake.properties and the password there or in ~/.pgpass"
                        .formatted(message);
            case "3D" -> "does not exist; make the database with PostgreSQL's createdb";
            case "53" -> "has too many visitors (%s); nothing done so far is lost".formatted(message);
            case "55" -> "is being written by another process for too long; try again when that has ended";
            default -> "failed: " + message;
        };
        return new CatalogException("The catalog %s %s.".formatted(name, why), cause);
    }
}
