package app.keepsake.bench;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.Memory;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.operations.film.FilmWishes;
import app.keepsake.operations.film.PlanFilm;
import app.keepsake.operations.memories.CreateMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Films of a folder of photos and clips, planned as the app plans them: from a library of its own, which is thrown away. */
final class FolderFilms implements AutoCloseable {
    static final int FPS = 30;
    /** What is told of a folder may depend on the day. */
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    private final Catalog catalog;
    private final Memory memory;

    private FolderFilms(Catalog catalog, Memory memory) {
        this.catalog = catalog;
        this.memory = memory;
    }

    /**
     * Looks into the folder.
     *
     * @param library an empty folder
     * @throws IOException when nothing in it can be shown
     */
    static FolderFilms of(Path photos, Path library) throws IOException, InterruptedException {
        Path folder = photos.toAbsolutePath().normalize();
        IndexProcess.measure(folder, library);
        Catalog catalog = Catalog.open(CatalogLocation.of(library));
        try {
            Memory memory = new CreateMemory(catalog, Locale.ENGLISH)
                    .ofFolder(folder, DAY)
                    .orElseThrow(() -> new IOException(
                            folder + ": expected photos to make a film of, found none. Name another folder."));
            return new FolderFilms(catalog, memory);
        } catch (IOException | RuntimeException e) {
            catalog.close();
            throw e;
        }
    }

    FilmPlan plan(String mood, Length length, FrameSize size) throws IOException {
        return new PlanFilm(catalog, Locale.ENGLISH)
                .of(memory, new FilmWishes(Optional.of(mood), length, size, FPS, Optional.empty(), Optional.empty()))
                .plan();
    }

    @Override
    public void close() {
        catalog.close();
    }
}
