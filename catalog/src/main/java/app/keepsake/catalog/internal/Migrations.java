package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Brings a file to the present schema. Each migration ends by setting SQLite's user_version, so that a file that is up
 * to date is known by its header and Flyway, which takes a quarter of a second to start, is not even loaded.
 */
final class Migrations {
    /** The newest script in the resources folder "migrations". */
    static final int NEWEST = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String SCRIPTS = "classpath:app/keepsake/catalog/migrations";
    // Held, because the log manager forgets the level of a logger that nobody holds.
    private static final Logger FLYWAY_LOGGER = Logger.getLogger("org.flywaydb");

    private Migrations() {}

    static void bringUpToDate(Path file, ProcessLock lock) {
        int version = version(file);
        if (version == NEWEST) {
            return;
        }
        if (version > NEWEST) {
            throw new CatalogException(
                    "The catalog %s was written by a newer Keepsake (its version is %d, this one knows up to %d). Update Keepsake."
                            .formatted(file, version, NEWEST));
        }
        // Nobody may index while the schema changes; and of two that begin a catalog, one goes first.
        try (ProcessLock.Held held = lock.acquire(PATIENCE)) {
            migrate(file);
        }
    }

    private static void migrate(Path file) {
        FLYWAY_LOGGER.setLevel(Level.WARNING);
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource("jdbc:sqlite:" + file, null, null)
                    .locations(SCRIPTS)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CatalogException(
                    "The catalog %s cannot be brought to version %d: %s".formatted(file, NEWEST, e.getMessage()), e);
        }
    }

    private static int version(Path file) {
        try (Connection connection = Database.connect(file, SynchronousMode.NORMAL);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw Database.failure(file, e);
        }
    }
}
