package app.keepsake.catalog;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a catalog is kept. */
public sealed interface CatalogLocation {
    /** The settings of a library, in its folder. */
    String SETTINGS = "keepsake.properties";

    /** In one SQLite file. */
    record InFile(Path file) implements CatalogLocation {}

    /**
     * In a database of a PostgreSQL server, in the schema that connections to it begin with.
     *
     * @param url as PostgreSQL's JDBC driver takes it, "jdbc:postgresql://host/database?user=anna"; a password that is
     *     not in it is looked for in ~/.pgpass
     */
    record OnServer(String url) implements CatalogLocation {
        private static final String START = "jdbc:postgresql:";

        public OnServer {
            if (!url.startsWith(START)) {
                // The text may hold a password.
                throw new CatalogException(
                        "The catalog's address in %s must begin with \"%s\", like jdbc:postgresql://host/database."
                                .formatted(SETTINGS, START));
            }
        }
    }

    /**
     * Where the catalog of a library folder is kept: in its file catalog.db, or where the line "catalog = ..." in its
     * {@value #SETTINGS} says.
     *
     * @throws CatalogException when the settings cannot be understood
     */
    static CatalogLocation of(Path folder) {
        String url = setting(folder.resolve(SETTINGS));
        return url == null ? new InFile(folder.resolve("catalog.db")) : new OnServer(url);
    }

    private static @Nullable String setting(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        Properties settings = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            settings.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new CatalogException("The settings %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        Set<String> names = settings.stringPropertyNames();
        if (!Set.of("catalog").containsAll(names)) {
            throw new CatalogException(
                    "The settings %s: expected the line \"catalog = jdbc:postgresql://host/database\" alone, found %s."
                            .formatted(file, names));
        }
        return settings.getProperty("catalog");
    }
}
