package app.keepsake.server.internal.share;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Withdrawal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The films that links show: one film each, as it was when the link was made, whatever becomes of the memory. The catalog
 * knows them as films, so that hiding something withdraws those that show it. Safe for use by several threads.
 */
final class SharedFilms {
    private static final String ENDING = ".mp4";

    private final Catalog catalog;
    private final MayShow mayShow;
    private final Supplier<Locale> locale;
    private final Path folder;

    /** @param folder where they are, and nothing else is */
    SharedFilms(Catalog catalog, MayShow mayShow, Supplier<Locale> locale, Path folder) throws IOException {
        this.catalog = catalog;
        this.mayShow = mayShow;
        this.locale = locale;
        this.folder = Files.createDirectories(folder);
    }

    private Path file(String print) {
        return folder.resolve(print + ENDING);
    }

    /**
     * Keeps a memory's film for a link.
     *
     * @return false when it may not be shown any more, or another film has taken its place meanwhile; then it is to be
     *     forgotten
     */
    boolean keep(String print, Memory memory, Path film) throws IOException {
        Path kept = file(print);
        try {
            // A film is never changed, only replaced by another: a second name holds it, and takes no space.
            Files.createLink(kept, film);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Path part = kept.resolveSibling("." + print + ".part");
            Files.copy(film, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        // Whatever was hidden since the film was found is hidden here, too.
        Film ignored =
                Withdrawal.rendered(catalog, kept, memory, catalog.memories().chapters(film), locale.get());
        // A film takes its place as it is noted: while this one is noted there, it is the one that was kept.
        boolean isSame =
                catalog.memories().film(film).filter(now -> now.shows(memory)).isPresent();
        return isSame && find(print).isPresent();
    }

    /** Forgets a link's film. */
    void forget(String print) throws IOException {
        forget(file(print));
    }

    private void forget(Path file) throws IOException {
        catalog.memories().forget(file);
        Files.deleteIfExists(file);
    }

    /** The film of a link, while it may be shown. */
    Optional<Path> find(String print) {
        return film(print).map(Film::path).filter(Files::isRegularFile);
    }

    /** Whether a link's film shows what its memory shows now. */
    boolean shows(String print, Memory memory) {
        return film(print).filter(film -> film.shows(memory)).isPresent();
    }

    private Optional<Film> film(String print) {
        return catalog.memories().film(file(print)).filter(mayShow::allows);
    }

    /** Where they lie. */
    Path folder() {
        return folder;
    }

    /** Forgets the films of all other links. */
    void keepOnly(Set<String> prints) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (!name.endsWith(ENDING) || !prints.contains(name.substring(0, name.length() - ENDING.length()))) {
                forget(file);
            }
        }
    }
}
