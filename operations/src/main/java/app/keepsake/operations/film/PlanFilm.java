package app.keepsake.operations.film;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.Mood;
import app.keepsake.music.MusicAnalysis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Decides what film a memory becomes. */
public final class PlanFilm {
    /** Far enough that no two memories get the same. */
    private static final int PIECES_APART = 0x9E3779B1;

    private final Catalog catalog;
    private final Locale locale;

    /** @param locale of days in captions */
    public PlanFilm(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /** @throws IOException when nothing of the memory is there to be shown, or the music cannot be read */
    public FilmPlan of(Memory memory, FilmWishes wishes) throws IOException {
        FilmShots found = FilmShots.of(memory, catalog, locale);
        if (found.shots().isEmpty()) {
            throw new IOException("%s: expected photos and clips to show, found that all %d files are gone. "
                            .formatted(memory.id(), memory.shots().size())
                    + "Connect the disk that holds them, or index the folder anew.");
        }
        FilmRequest request = new FilmRequest(
                        memory.title(),
                        memory.subtitle(),
                        found.shots(),
                        Mood.named(wishes.mood().orElseGet(() -> MoodFit.of(memory))),
                        wishes.length(),
                        wishes.seed().orElseGet(() -> seed(memory)),
                        wishes.size(),
                        wishes.fps())
                .withRoute(FilmShots.route(memory, catalog))
                .withChapters(found.chapters());
        Optional<Path> music = wishes.music().or(() -> memory.edit().music());
        return FilmPlanner.plan(music.isEmpty() ? request : request.withMusic(MusicAnalysis.of(music.get())));
    }

    /** The same memory always gets the same film, unless the user wants another piece of music. */
    private static long seed(Memory memory) {
        return memory.id().hashCode() + (long) PIECES_APART * memory.edit().piece();
    }
}
