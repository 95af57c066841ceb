package app.keepsake.catalog;

import java.time.Duration;

/**
 * A part of a film's story.
 *
 * @param name for people: a day, a place, or a title
 * @param start from the film's beginning
 * @param end where the next one begins, or the film ends
 */
public record Chapter(String name, Duration start, Duration end) {}
