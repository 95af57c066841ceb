package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.TimeClaim.Precision;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one claim gets from others that tell the same time with more of it. */
final class Completion {
    /** When an edited file was saved says nothing of the hour of what was taken in a year or a month. */
    private static final Set<ClaimSource> OF_CHANGES = Set.of(ClaimSource.MODIFIED, ClaimSource.FILE_TIME);

    /** Programs write the zone of the computer here. */
    private static final Set<ClaimSource> ZONE_OF_OTHERS = Set.of(ClaimSource.XMP_CREATED, ClaimSource.FILE_TIME);

    /** Fractions are told or rounded or left out. */
    private static final Duration SAME_READING = Duration.ofSeconds(2);

    private Completion() {}

    /** The hour of a claim that tells a day or less, from the surest that tells one of the same day. */
    static TimeClaim refined(TimeClaim coarse, List<TimeClaim> others) {
        return others.stream()
                .filter(other -> other.precision().compareTo(coarse.precision()) > 0)
                .filter(other -> coarse.precision() == Precision.DAY || !OF_CHANGES.contains(other.source()))
                .filter(other -> isWithin(other.local(), coarse))
                .findFirst()
                .map(other -> other.from(coarse.source()))
                .orElse(coarse);
    }

    private static boolean isWithin(LocalDateTime time, TimeClaim coarse) {
        LocalDateTime told = coarse.local();
        return time.getYear() == told.getYear()
                && (coarse.precision() == Precision.YEAR || time.getMonth() == told.getMonth())
                && (coarse.precision() != Precision.DAY || time.getDayOfMonth() == told.getDayOfMonth());
    }

    /** A wall clock with the zone, where others tell either. */
    static TimeClaim zoned(TimeClaim time, List<TimeClaim> others, Duration duration) {
        if (!time.isTimed() || time.hasZone()) {
            return time;
        }
        return time.onlyUtc() ? onWall(time, others, duration) : withZone(time, others, duration);
    }

    private static TimeClaim withZone(TimeClaim wall, List<TimeClaim> others, Duration duration) {
        Optional<ZoneOffset> told = others.stream()
                .filter(other -> other.hasZone() && tellsZone(other) && isSameReading(wall, other))
                .flatMap(other -> other.offset().stream())
                .findFirst();
        return wall.withOffset(told.or(() -> others.stream()
                .filter(TimeClaim::onlyUtc)
                .flatMap(utc -> Zones.between(wall, utc, duration).stream())
                .findFirst()));
    }

    private static boolean tellsZone(TimeClaim claim) {
        // IPTC must tell a zone: programs that know none write zero.
        boolean isFiller = claim.source() == ClaimSource.IPTC && claim.offset().equals(Optional.of(ZoneOffset.UTC));
        return !isFiller && !ZONE_OF_OTHERS.contains(claim.source());
    }

    private static boolean isSameReading(TimeClaim one, TimeClaim other) {
        Duration apart = Duration.between(one.local(), other.local()).abs();
        boolean rough = one.precision() == Precision.MINUTE || other.precision() == Precision.MINUTE;
        return other.isTimed() && apart.compareTo(rough ? Duration.ofMinutes(1) : SAME_READING) < 0;
    }

    private static TimeClaim onWall(TimeClaim utc, List<TimeClaim> others, Duration duration) {
        Optional<TimeClaim> told = others.stream()
                .filter(other -> other.hasZone() && tellsZone(other) && Zones.sameMoment(utc, other))
                .flatMap(other -> other.offset().stream())
                .findFirst()
                .map(utc::movedTo);
        // Some programs call the wall clock UTC, of which others tell the zone.
        return told.or(() -> others.stream()
                        .filter(other -> other.hasZone() && tellsZone(other) && isSameReading(utc, other))
                        .findFirst()
                        .map(other -> utc.withOffset(other.offset())))
                .or(() -> walls(others)
                        .flatMap(wall -> Zones.between(wall, utc, duration).stream())
                        .findFirst()
                        .map(utc::movedTo))
                .or(() -> walls(others)
                        // Takeout gives the wall clock as if it were UTC where it does not know the zone.
                        .filter(wall -> isSameReading(utc, wall))
                        .findFirst()
                        .map(wall -> utc.withoutZone()))
                .orElse(utc);
    }

    private static Stream<TimeClaim> walls(List<TimeClaim> others) {
        return others.stream().filter(other -> other.isTimed() && other.offset().isEmpty());
    }

    /** Whether two claims tell one moment, as far as either tells it. */
    static boolean isSameMoment(TimeClaim one, TimeClaim other) {
        return Zones.sameMoment(one, other)
                || isSameReading(one, other)
                || one.onlyUtc()
                        && other.offset().isEmpty()
                        && Zones.between(other.local(), one.local()).isPresent();
    }
}
