package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.film.FilmCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where Keepsake keeps what it knows and makes. Nothing in here is a user's original. */
record LibraryFolder(Path root) {
    private static final long CACHE_BYTES = 512L << 20;

    /** One of these is in every library: its catalog, where else that is, the places that films are sent to, sources. */
    private static final List<String> SIGNS =
            List.of("catalog.db", CatalogLocation.SETTINGS, "targets", "targets.json", "sources.json");

    /** The folder that was asked for, or else {@code $XDG_DATA_HOME/keepsake}, or else {@code ~/.local/share/keepsake}. */
    static LibraryFolder at(@Nullable Path asked) throws IOException {
        Path root = asked == null ? standard() : asked;
        OwnersOnly.make(root);
        return new LibraryFolder(root.toAbsolutePath().normalize());
    }

    /**
     * The folder that was asked for, or else the standard one, which must hold a library.
     *
     * @throws IOException when it does not
     */
    static LibraryFolder existing(@Nullable Path asked) throws IOException {
        Path root = asked == null ? standard() : asked;
        if (SIGNS.stream().map(root::resolve).noneMatch(Files::exists)) {
            throw none(root, asked);
        }
        return at(asked);
    }

    /**
     * The same, also where nothing is in it yet: the folder that was asked for must be there, the standard one is made.
     *
     * @throws IOException when there is no such folder
     */
    static LibraryFolder named(@Nullable Path asked) throws IOException {
        if (asked != null && !Files.isDirectory(asked)) {
            throw none(asked, asked);
        }
        return at(asked);
    }

    private static IOException none(Path root, @Nullable Path asked) {
        return new IOException("There is no library in %s. \"keepsake index FOLDER%s\" makes one of your photos."
                .formatted(root, asked == null ? "" : " --library " + asked));
    }

    private static Path standard() {
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return base.resolve("keepsake");
    }

    CatalogLocation catalog() {
        return CatalogLocation.of(root);
    }

    /** Its catalog, for the caller to close. */
    Catalog openCatalog() {
        return Catalog.open(catalog());
    }

    /** Parts of films made before. */
    FilmCache cache() {
        return FilmCache.in(root.resolve("cache").resolve("films"), CACHE_BYTES);
    }

    Path films() throws IOException {
        return Files.createDirectories(root.resolve("films"));
    }
}
