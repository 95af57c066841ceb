package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the present schema. One that is up to date is known by its version, and Flyway, which takes a
 * quarter of a second to start, is not even loaded.
 *
 * @param catalog what it is called in messages
 * @param lock nobody may index while the schema changes; and of two that begin a catalog, one goes first
 * @param source of connections
 * @param scripts the folder in "migrations" with the scripts in the database's own words
 */
record Migrations(String catalog, IndexLock lock, DataSource source, String scripts) {
    /** The newest script in each folder. */
    static final int NEWEST = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String FOLDER = "classpath:app/keepsake/catalog/migrations/";
    // Held, because the log manager forgets the level of a logger that nobody holds.
    private static final Logger FLYWAY_LOGGER = Logger.getLogger("org.flywaydb");

    /** @param current tells the database's version, 0 when it is new */
    void bringUpToDate(IntSupplier current) {
        int version = current.getAsInt();
        if (version == NEWEST) {
            return;
        }
        if (version > NEWEST) {
            throw new CatalogException(
                    "The catalog %s was written by a newer Keepsake (its version is %d, this one knows up to %d). Update Keepsake."
                            .formatted(catalog, version, NEWEST));
        }
        try (IndexLock.Held held = lock.acquire(PATIENCE)) {
            migrate();
        }
    }

    private void migrate() {
        FLYWAY_LOGGER.setLevel(Level.WARNING);
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations(FOLDER + scripts)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CatalogException(
                    "The catalog %s cannot be brought to version %d: %s".formatted(catalog, NEWEST, e.getMessage()), e);
        }
    }
}
