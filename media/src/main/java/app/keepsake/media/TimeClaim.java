package app.keepsake.media;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When something was taken, as one source tells it.
 *
 * @param local wall-clock time where it was taken; UTC where only this is known. What is not told of it is the first
 *     month and day, and noon
 * @param precision the smallest part that is told
 * @param offset of {@code local} from UTC, if told; zero where only UTC is known
 * @param onlyUtc whether the moment is told and not what a clock on the wall said
 * @param source what told it
 * @param doubted whether it is such a time as clocks show that were never set
 */
public record TimeClaim(
        LocalDateTime local,
        Precision precision,
        Optional<ZoneOffset> offset,
        boolean onlyUtc,
        ClaimSource source,
        boolean doubted) {
    /** The smallest part of a time that is told. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        MINUTE,
        SECOND
    }

    /** A wall clock's time, of which the zone is told or not. */
    public static TimeClaim local(LocalDateTime local, Optional<ZoneOffset> offset, ClaimSource source) {
        return new TimeClaim(local, Precision.SECOND, offset, false, source, false);
    }

    /** A moment. */
    public static TimeClaim utc(Instant moment, ClaimSource source) {
        LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        return new TimeClaim(utc, Precision.SECOND, Optional.of(ZoneOffset.UTC), true, source, false);
    }

    /** Whether a time of day is told. */
    public boolean isTimed() {
        return precision.compareTo(Precision.MINUTE) >= 0;
    }

    /** Whether both the wall clock and its zone are told. */
    public boolean hasZone() {
        return offset.isPresent() && !onlyUtc;
    }

    /** The moment, if it is told. */
    public Optional<Instant> moment() {
        return offset.filter(zone -> isTimed()).map(local::toInstant);
    }

    public TimeClaim withOffset(Optional<ZoneOffset> newOffset) {
        return newOffset.isEmpty() ? this : new TimeClaim(local, precision, newOffset, false, source, doubted);
    }

    /** The same moment on a wall of that zone. */
    public TimeClaim movedTo(ZoneOffset zone) {
        Duration moved = Duration.ofSeconds(
                zone.getTotalSeconds() - (long) offset.orElse(zone).getTotalSeconds());
        return new TimeClaim(local.plus(moved), precision, Optional.of(zone), false, source, doubted);
    }

    /** The same time, told to have been read off a wall clock of an unknown zone. */
    public TimeClaim withoutZone() {
        return new TimeClaim(local, precision, Optional.empty(), false, source, doubted);
    }

    /** The same time, told to be UTC. */
    public TimeClaim asUtc() {
        return new TimeClaim(local, precision, Optional.of(ZoneOffset.UTC), true, source, doubted);
    }

    public TimeClaim to(Precision newPrecision) {
        return new TimeClaim(local, newPrecision, offset, onlyUtc, source, doubted);
    }

    public TimeClaim from(ClaimSource other) {
        return new TimeClaim(local, precision, offset, onlyUtc, other, doubted);
    }

    public TimeClaim asDoubted(boolean isDoubted) {
        return new TimeClaim(local, precision, offset, onlyUtc, source, isDoubted);
    }
}
