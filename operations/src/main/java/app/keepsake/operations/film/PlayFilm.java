package app.keepsake.operations.film;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.FilmReport;
import app.keepsake.film.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Makes the film of a memory into a file that can be played while it grows; ends when something in it is hidden. */
public final class PlayFilm {
    private final Catalog catalog;
    private final FilmRenderer renderer;
    private final Locale locale;
    private final PlanFilm planning;

    /** @param locale of days in captions, and of reasons */
    public PlayFilm(Catalog catalog, FilmRenderer renderer, Locale locale) {
        this.catalog = catalog;
        this.renderer = renderer;
        this.locale = locale;
        this.planning = new PlanFilm(catalog, locale);
    }

    /** @param withdrawnBecause why the finished film may not be shown after all */
    public record Played(FilmReport report, Optional<String> withdrawnBecause) {}

    /**
     * @param growing the file that grows
     * @param film where the whole film is put in the end
     * @param progress hears of the film that was planned
     * @throws IOException when nothing of the memory is there to be shown, or a file cannot be written
     */
    public Played to(
            Path growing,
            Path film,
            Memory memory,
            FilmWishes wishes,
            Function<PlanFilm.Planned, ProgressListener> progress,
            BooleanSupplier stopped)
            throws IOException {
        PlanFilm.Planned planned = planning.of(memory, wishes);
        FilmPlan plan = planned.plan();
        Path part = FilmNote.beside(film);
        FilmReport report = renderer.play(
                plan,
                growing,
                part,
                progress.apply(planned),
                new StillShown(catalog, planned.filmed(), locale, stopped));
        return new Played(
                report,
                report.finished()
                        ? new FilmNote(catalog, locale)
                                .write(planned, part, film)
                                .withdrawnBecause()
                        : Optional.empty());
    }
}
