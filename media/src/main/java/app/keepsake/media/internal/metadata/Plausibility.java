package app.keepsake.media.internal.metadata;

import app.keepsake.media.TimeClaim;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** Which times are those of clocks that were never set. */
final class Plausibility {
    private static final int FIRST_YEAR = 1826;

    /** Where the clocks of computers and cameras begin. Nobody means these days. */
    private static final Set<LocalDate> BEGINNINGS = Set.of(LocalDate.of(1904, 1, 1), LocalDate.of(1970, 1, 1));

    /** What cameras show whose clock lost its battery, to the minute; the first two may also be what a person said. */
    private static final Set<LocalDateTime> UNSET =
            Set.of(LocalDateTime.of(1980, 1, 1, 0, 0), LocalDateTime.of(2000, 1, 1, 0, 0));

    /** What a kind of cheap camera shows; of no other use. */
    private static final LocalDateTime NEVER_SET = LocalDateTime.of(2002, 12, 8, 12, 0);

    /** Machines whose own clock is wrong are no judges of the future. */
    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    private Plausibility() {}

    /** Whether a claim is a date at all. */
    static boolean isDate(TimeClaim claim, Instant now) {
        LocalDateTime local = claim.local();
        Instant latest = (now.isBefore(WRITTEN) ? WRITTEN : now).plus(Duration.ofDays(1));
        // The start of 1970, west of Greenwich, is in 1969.
        boolean lastEvening = local.toLocalDate().equals(LocalDate.of(1969, 12, 31))
                && local.getHour() >= 12
                && local.getMinute() % 15 == 0
                && local.getSecond() == 0;
        return local.getYear() >= FIRST_YEAR
                && !lastEvening
                && !(claim.isTimed() && BEGINNINGS.contains(local.toLocalDate()))
                && !(claim.isTimed() && minute(local).equals(NEVER_SET))
                && !local.toInstant(claim.offset().orElse(ZoneOffset.MAX)).isAfter(latest);
    }

    /** Whether anything else is more likely. */
    static boolean isDoubtful(TimeClaim claim) {
        return claim.isTimed() && UNSET.contains(minute(claim.local()));
    }

    private static LocalDateTime minute(LocalDateTime time) {
        return time.withSecond(0).withNano(0);
    }
}
