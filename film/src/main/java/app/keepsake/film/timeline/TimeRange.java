package app.keepsake.film.timeline;

/**
 * A half-open stretch of time.
 *
 * @param start first instant inside
 * @param duration at least 0, at the start's rate
 */
public record TimeRange(RationalTime start, RationalTime duration) {
    public TimeRange {
        if (duration.value() < 0 || duration.rate() != start.rate()) {
            throw new IllegalArgumentException(
                    "A range needs a length of at least 0 at its start's rate, found %s from %s."
                            .formatted(duration, start));
        }
    }

    /** First instant after the range. */
    public RationalTime end() {
        return start.plus(duration);
    }
}
