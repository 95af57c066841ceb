package app.keepsake.film;

import java.time.Duration;

/**
 * A part of a film's story, from cut to cut.
 *
 * @param name for people; empty when nobody gave one
 * @param start from the film's beginning
 * @param end where the next one begins, or the film ends
 */
public record FilmChapter(String name, Duration start, Duration end) {}
