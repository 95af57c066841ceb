package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.timeline.FilmShot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Films that are planned and noted as Keepsake does, but hold no frames: only a line for the memory's kind and one for
 * each shot, the hash of its file. So they are made at once, and whoever gets one can tell what it shows.
 */
final class WrittenFilm {
    private WrittenFilm() {}

    /**
     * @param growing hears of the file when it holds all shots and is not complete yet
     * @return empty when it was stopped
     */
    static Optional<Film> make(
            Catalog catalog, String id, FilmOptions options, Path growing, Path film, Consumer<Path> told)
            throws IOException {
        Memory memory = MemoriesRun.retelling(catalog).find(id).orElseThrow(() -> MemoriesRun.unknown(id));
        StillShown shown = new StillShown(catalog, memory, () -> false);
        FilmPlan plan = MovieRun.plan(catalog, memory, options);
        List<String> lines = new ArrayList<>(List.of("kind " + memory.kind()));
        for (FilmShot shot : plan.request().shots()) {
            lines.add(ContentHash.of(shot.file()).toString());
        }
        Files.write(growing, lines);
        told.accept(growing);
        if (shown.requested()) {
            Files.delete(growing);
            return Optional.empty();
        }
        Path part = Files.write(MovieRun.beside(film), lines);
        Film noted = MovieRun.remember(catalog, memory, plan, part, film);
        Files.deleteIfExists(growing);
        return Optional.of(noted);
    }
}
