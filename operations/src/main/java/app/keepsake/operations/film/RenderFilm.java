package app.keepsake.operations.film;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.ProgressListener;
import app.keepsake.media.VideoEncoder;
import app.keepsake.operations.sources.FilmOriginals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Makes the film of a memory, and notes what it shows. */
public final class RenderFilm {
    private final Catalog catalog;
    private final FilmCache cache;
    private final FilmOriginals originals;
    private final VideoEncoder encoder;
    private final Locale locale;

    /**
     * @param originals of photos of sources
     * @param encoder one that works
     * @param locale of days in captions, and of reasons
     */
    public RenderFilm(Catalog catalog, FilmCache cache, FilmOriginals originals, VideoEncoder encoder, Locale locale) {
        this.catalog = catalog;
        this.cache = cache;
        this.originals = originals;
        this.encoder = encoder;
        this.locale = locale;
    }

    /**
     * @param film what was there is replaced when the new one is complete
     * @param progress is first told of no frames
     * @throws IOException when nothing of the memory is there to be shown, something cannot be written, or something in
     *     the film was hidden while it was made
     */
    public RenderedFilm to(
            Path film,
            Memory memory,
            FilmWishes wishes,
            FilmExtras extras,
            ProgressListener progress,
            CancelSignal stop)
            throws IOException {
        long start = System.nanoTime();
        PlanFilm.Planned planned = new PlanFilm(catalog, locale).of(memory, wishes);
        FilmPlan plan = planned.plan();
        Path part = FilmNote.beside(film);
        RenderedFilm made = new RenderPlan(cache, originals, encoder).to(part, plan, extras, progress, stop);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        if (made.report().finished()) {
            Optional<String> because =
                    new FilmNote(catalog, locale).write(planned, part, film).withdrawnBecause();
            if (because.isPresent()) {
                throw new IOException("%s: something in it was hidden while it was made (%s). Make it once more."
                        .formatted(memory.id(), because.get()));
            }
        }
        return new RenderedFilm(plan, memory.id(), film, made.report(), elapsed);
    }
}
