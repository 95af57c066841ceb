package app.keepsake.operations.film;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmReport;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A film in a file.
 *
 * @param plan what was rendered
 * @param memory name of the memory that it tells; empty for a project
 * @param file where it is, if the report says that it was finished
 * @param elapsed time of planning and rendering
 */
public record RenderedFilm(FilmPlan plan, String memory, Path file, FilmReport report, Duration elapsed) {
    public double timesRealTime() {
        return report.duration().toNanos() / (double) Math.max(1, elapsed.toNanos());
    }
}
