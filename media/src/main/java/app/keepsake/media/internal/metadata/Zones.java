package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What two clocks that saw one moment tell of the zone. */
final class Zones {
    private static final int QUARTER = 900;
    private static final long WESTMOST = -12 * 3600;
    private static final long EASTMOST = 14 * 3600;

    /** Two clocks that are less apart, but for a zone, are taken to tell one moment. */
    private static final long SAME_MOMENT_SECONDS = 120;

    /** These never write a wall clock as if it were UTC. */
    private static final Set<ClaimSource> CLOCKS = Set.of(ClaimSource.GPS, ClaimSource.HEADER, ClaimSource.NAME);

    private Zones() {}

    /** Offsets are whole quarters of an hour, from 12 hours behind to 14 ahead. */
    static boolean isOne(long seconds) {
        return seconds % QUARTER == 0 && seconds >= WESTMOST && seconds <= EASTMOST;
    }

    /**
     * The zone of a wall clock, when another claim tells the same moment in UTC. A clip's header may tell the moment
     * at which it ended.
     */
    static Optional<ZoneOffset> between(TimeClaim wall, TimeClaim utc, Duration duration) {
        Stream<LocalDateTime> moments = utc.source() == ClaimSource.HEADER
                ? Stream.of(utc.local().minus(duration), utc.local())
                : Stream.of(utc.local());
        return moments.flatMap(moment -> between(wall.local(), moment).stream())
                .min(Comparator.comparingInt(Zones::strangeness))
                .filter(zone -> zone.getTotalSeconds() != 0 || CLOCKS.contains(utc.source()));
    }

    static Optional<ZoneOffset> between(LocalDateTime wall, LocalDateTime utc) {
        long apart = Duration.between(utc, wall).toSeconds();
        long rounded = Math.round(apart / (double) QUARTER) * QUARTER;
        boolean sameMoment = Math.abs(apart - rounded) < SAME_MOMENT_SECONDS;
        return sameMoment && isOne(rounded) ? Optional.of(ZoneOffset.ofTotalSeconds((int) rounded)) : Optional.empty();
    }

    /** Most zones are whole hours, some are half past, and few at another quarter. */
    private static int strangeness(ZoneOffset zone) {
        int minutes = Math.abs(zone.getTotalSeconds() / 60 % 60);
        return minutes == 0 ? 0 : minutes == 30 ? 1 : 2;
    }

    /** Whether two told moments are one. */
    static boolean sameMoment(TimeClaim one, TimeClaim other) {
        return one.moment()
                .flatMap(first -> other.moment()
                        .map(second -> Math.abs(Duration.between(first, second).toSeconds()) < SAME_MOMENT_SECONDS))
                .orElse(false);
    }
}
