package app.keepsake.catalog;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keepsake.testbed.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a catalog may be kept in; each test of a catalog is run with each. */
enum Engine {
    SQLITE,
    POSTGRESQL;

    /** Where there is none, or an empty one; the settings that say so are in the folder. */
    CatalogLocation newCatalog(Path folder) {
        if (this == POSTGRESQL) {
            try {
                PostgresServer server = server();
                Files.writeString(
                        folder.resolve(CatalogLocation.SETTINGS), "catalog = " + server.copy(OnlyServer.EMPTY_CATALOG));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return CatalogLocation.of(folder);
    }

    /** The server of all tests of this process; a test that asks for it is skipped where there is none. */
    static PostgresServer server() {
        assumeTrue(OnlyServer.SERVER.isPresent(), PostgresServer.ABSENT);
        return OnlyServer.SERVER.get();
    }

    private static final class OnlyServer {
        static final Optional<PostgresServer> SERVER;
        /** To be copied, which is quicker than to run the scripts. */
        static final String EMPTY_CATALOG;

        static {
            try {
                SERVER = PostgresServer.start("fsync=off");
                EMPTY_CATALOG = SERVER.isPresent() ? SERVER.get().newDatabase() : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (SERVER.isPresent()) {
                Catalog.open(new CatalogLocation.OnServer(EMPTY_CATALOG)).close();
            }
        }
    }
}
