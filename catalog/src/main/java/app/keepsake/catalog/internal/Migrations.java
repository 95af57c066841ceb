package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
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
 * @param indexing nobody may index while the schema changes
 * @param beginning of several that open a catalog of no or an older schema at once, one changes it; the others wait, and
 *     do not hinder it, or anybody else, to index then
 * @param source of connections
 * @param scripts the folder in "migrations" with the scripts in the database's own words
 * @param failure what the database's errors mean
 * @param another how to go on with another catalog, and a backup
 */
record Migrations(
        String catalog,
        IndexLock indexing,
        IndexLock beginning,
        DataSource source,
        String scripts,
        Function<SQLException, CatalogException> failure,
        Supplier<String> another) {
    /** The newest script in each folder. */
    static final int NEWEST = 21;

    static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String FOLDER = "classpath:app/keepsake/catalog/migrations/";
    // Held, because the log manager forgets the level of a logger that nobody holds.
    private static final Logger FLYWAY_LOGGER = Logger.getLogger("org.flywaydb");

    /** @param current tells the database's version, 0 when it is new */
    void bringUpToDate(IntSupplier current) {
        if (isUpToDate(current)) {
            return;
        }
        try (IndexLock.Held first = beginning.acquire(PATIENCE)) {
            // Another may have done it meanwhile, and index by now.
            if (!isUpToDate(current)) {
                try (IndexLock.Held held = indexing.acquire(PATIENCE)) {
                    migrate();
                }
            }
        }
    }

    private boolean isUpToDate(IntSupplier current) {
        int version = current.getAsInt();
        if (version > NEWEST) {
            throw new CatalogException(
                    "The catalog %s was written by a newer Keepsake (its version is %d, this one knows up to %d). Update Keepsake; or %s."
                            .formatted(catalog, version, NEWEST, another.get()));
        }
        return version == NEWEST;
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
            throw failure(e);
        }
    }

    private CatalogException failure(FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException known) {
                return failure.apply(known);
            }
        }
        return new CatalogException(
                "The catalog %s cannot be brought to version %d: %s".formatted(catalog, NEWEST, e.getMessage()), e);
    }
}
