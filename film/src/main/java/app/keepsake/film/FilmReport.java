package app.keepsake.film;

import java.time.Duration;
import java.util.List;

/**
 * How a render went.
 *
 * @param finished false when it was cancelled; then no file was written
 * @param frames frames written
 * @param duration of the film
 * @param problems shots that could not be shown, each named with the reason; a plain card stood in for them
 */
public record FilmReport(boolean finished, int frames, Duration duration, List<String> problems) {
    public FilmReport {
        problems = List.copyOf(problems);
    }
}
