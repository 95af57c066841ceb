package app.keepsake.catalog;

import app.keepsake.testbed.Needs;
import app.keepsake.testbed.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a catalog may be kept in; each test of a catalog is run with each. */
enum Engine {
    SQLITE,
    POSTGRESQL;

    /** Where there is none, or an empty one; the settings that say so are in the folder. */
    CatalogLocation newCatalog(Path folder) {
        if (this == POSTGRESQL) {
            try {
                Files.writeString(
                        folder.resolve(CatalogLocation.SETTINGS), "catalog = " + server().copy(emptyCatalog()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return CatalogLocation.of(folder);
    }

    /** To be copied, which is quicker than to run the scripts. */
    private static String emptyCatalog() throws IOException, InterruptedException {
        synchronized (EMPTY_CATALOG) {
            if (EMPTY_CATALOG.isEmpty()) {
                String address = server().newDatabase();
                Catalog.open(new CatalogLocation.OnServer(address)).close();
                EMPTY_CATALOG.append(address);
            }
            return EMPTY_CATALOG.toString();
        }
    }

    private static final StringBuilder EMPTY_CATALOG = new StringBuilder();

    /** The server of all tests of this process; a test that asks for it is skipped where there is none. */
    static PostgresServer server() {
        Needs.tool(PostgresServer.forTests().isPresent(), PostgresServer.ABSENT);
        return PostgresServer.forTests().get();
    }
}
