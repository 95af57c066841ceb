package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.film.FilmNote;
import app.keepsake.operations.film.PlanFilm;
import app.keepsake.operations.film.StillShown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        Memory memory =
                Retelling.of(catalog, Locale.getDefault()).find(id).orElseThrow(() -> MemoriesCommand.unknown(id));
        StillShown shown = new StillShown(catalog, memory, Locale.getDefault(), () -> false);
        PlanFilm.Planned planned = new PlanFilm(catalog, Locale.getDefault()).of(memory, options.wishes());
        List<String> lines = new ArrayList<>(List.of("kind " + memory.kind()));
        for (FilmShot shot : planned.plan().request().shots()) {
            lines.add(ContentHash.of(shot.file()).toString());
        }
        Files.write(growing, lines);
        told.accept(growing);
        if (shown.requested()) {
            Files.delete(growing);
            return Optional.empty();
        }
        Path part = Files.write(FilmNote.beside(film), lines);
        Film noted = new FilmNote(catalog, Locale.getDefault()).write(planned, part, film);
        Files.deleteIfExists(growing);
        return Optional.of(noted);
    }
}
