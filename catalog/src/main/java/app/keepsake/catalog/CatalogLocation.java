package app.keepsake.catalog;

import java.nio.file.Path;

/** Where a catalog is kept. */
public sealed interface CatalogLocation {
    /** The settings of a library, in its folder. */
    String SETTINGS = LibrarySettings.FILE;

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
        return LibrarySettings.of(folder)
                .catalog()
                .<CatalogLocation>map(OnServer::new)
                .orElse(new InFile(folder.resolve("catalog.db")));
    }
}
