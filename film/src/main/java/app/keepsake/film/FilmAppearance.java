package app.keepsake.film;

import java.time.Duration;

/**
 * When a shot is seen in a film; of two that stand side by side, each has an appearance of its own.
 *
 * @param shot its number in the request, from 0
 * @param start from the film's beginning
 * @param end where the next one begins, or the film ends
 */
public record FilmAppearance(int shot, Duration start, Duration end) {}
