package app.keepsake.film;

import app.keepsake.film.timeline.Timeline;
import java.time.Duration;

/**
 * A film as data, all decided: the same plan gives the same frames and samples.
 *
 * @param request what was asked for
 * @param score the music's grid
 * @param timeline what is seen and heard when, in frames; the tracks are "picture", "titles", "music" and "clips"
 */
public record FilmPlan(FilmRequest request, ScorePlan score, Timeline timeline) {
    /** Length in frames. */
    public int frames() {
        return Math.toIntExact(timeline.duration().value());
    }

    public Duration duration() {
        return timeline.duration().duration();
    }
}
