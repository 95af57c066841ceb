package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that all commands share which look into the catalog. */
final class LibraryOption {
    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "Where the catalog and films are kept (default: $XDG_DATA_HOME/keepsake).")
    private @Nullable Path folder;

    /** The library, which is made if there is none. */
    LibraryFolder open() throws IOException {
        return LibraryFolder.at(folder);
    }

    /**
     * The library of before: a name that was mistyped makes none.
     *
     * @throws IOException when there is none
     */
    LibraryFolder existing() throws IOException {
        return LibraryFolder.existing(folder);
    }

    /**
     * The library, also one in which nothing is yet; a name that was mistyped makes none.
     *
     * @throws IOException when there is no such folder
     */
    LibraryFolder named() throws IOException {
        return LibraryFolder.named(folder);
    }

    /** The catalog of the library of before, for the caller to close. */
    Catalog openCatalog() throws IOException {
        return existing().openCatalog();
    }
}
