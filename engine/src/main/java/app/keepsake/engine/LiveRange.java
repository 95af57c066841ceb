package app.keepsake.engine;

/**
 * A buffer that must keep its contents from step {@code lower} up to but not including step {@code upper}.
 *
 * @param id a name for people
 * @param group what the buffer belongs to, such as a pyramid level; only for pictures
 * @param size bytes, or any other unit
 */
public record LiveRange(String id, int group, int lower, int upper, long size) {
    public LiveRange {
        if (upper <= lower) {
            throw new ModelException(
                    "The buffer '%s' lives from %d to %d. It must end after it begins.".formatted(id, lower, upper));
        }
        if (size < 0) {
            throw new ModelException("The size of buffer '%s' (%d) must not be negative.".formatted(id, size));
        }
    }

    /** True if both are needed at the same step. */
    public boolean overlaps(LiveRange other) {
        return lower < other.upper && other.lower < upper;
    }
}
