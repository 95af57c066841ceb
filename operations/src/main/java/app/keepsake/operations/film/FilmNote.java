package app.keepsake.operations.film;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.Film;
import app.keepsake.film.FilmPlan;
import app.keepsake.memories.Withdrawal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Puts a film in its place, and keeps in mind which assets it shows, so that it is found when one of them is to be shown
 * less.
 */
public final class FilmNote {
    private final Catalog catalog;
    private final Locale locale;

    /** @param locale of the reason for which a film is withdrawn */
    public FilmNote(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /** Where a film is written that is not noted yet; no two are written to the same file. */
    public static Path beside(Path film) {
        return film.resolveSibling(".%s.%s.part".formatted(film.getFileName(), UUID.randomUUID()));
    }

    /**
     * @param part where it was written
     * @return the film as it is noted: withdrawn already, if something in it was hidden meanwhile
     */
    public Film write(PlanFilm.Planned planned, Path part, Path film) {
        return Withdrawal.rendered(
                catalog,
                part.toAbsolutePath().normalize(),
                film.toAbsolutePath().normalize(),
                planned.filmed(),
                chapters(planned.plan()),
                planned.appearances(),
                locale);
    }

    /** A film's chapters in the catalog's terms. */
    public static List<Chapter> chapters(FilmPlan plan) {
        return plan.chapters().stream()
                .map(chapter -> new Chapter(chapter.name(), chapter.start(), chapter.end()))
                .toList();
    }
}
