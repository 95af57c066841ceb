package app.keepsake.operations.sources;

/**
 * How a source was last read.
 *
 * @param at when it was last read to its end, milliseconds since 1970 UTC; 0 for never
 * @param photos and clips that are known of it
 * @param left of those, whose pictures are still to be fetched
 * @param problem why it could not be read the last time, in words for people; empty when it could
 */
public record LastReading(long at, int photos, int left, String problem) {
    static final LastReading NONE = new LastReading(0, 0, 0, "");

    /** What is known by now, while it is being read. */
    LastReading reached(SyncReport report) {
        return new LastReading(at, report.known(), report.left(), problem);
    }

    LastReading readAt(long millis) {
        return new LastReading(millis, photos, left, "");
    }

    LastReading failed(String why) {
        return new LastReading(at, photos, left, why);
    }

    /** What was wrong may be mended. */
    LastReading mended() {
        return failed("");
    }
}
