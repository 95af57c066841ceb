package app.keepsake.sources.internal.http;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times from the other side. */
public final class Clocks {
    private static final int QUARTER = 15 * 60;

    private Clocks() {}

    /**
     * A moment by the clock of UTC, which servers also write local times by.
     *
     * @throws java.time.DateTimeException when the text is no moment
     */
    public static LocalDateTime utc(String text) {
        return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    /** What local time differs by from UTC; empty where no zone does so. */
    public static Optional<ZoneOffset> offset(LocalDateTime local, LocalDateTime utc) {
        long seconds = Duration.between(utc, local).toSeconds();
        return seconds % QUARTER == 0 && Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds()
                ? Optional.of(ZoneOffset.ofTotalSeconds((int) seconds))
                : Optional.empty();
    }
}
