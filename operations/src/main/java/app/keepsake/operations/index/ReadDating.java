package app.keepsake.operations.index;

import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.Precision;
import app.keepsake.media.ClaimSource;
import app.keepsake.media.ClaimSource.Trust;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.TimeClaim;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How well it is known when something was taken, by what is told of it. */
final class ReadDating {
    /** Zones and nights are no contradiction. */
    private static final int DAYS_APART = 2;

    private static final Set<Trust> SURE = Set.of(Trust.CAMERA, Trust.PROGRAM);

    /** They tell of the file, or are the same as others, and contradict nothing. */
    private static final Set<ClaimSource> OF_FILES =
            Set.of(ClaimSource.EXIF_DIGITIZED, ClaimSource.TAKEOUT, ClaimSource.PNG);

    private ReadDating() {}

    static Dating of(MediaInfo info) {
        if (info.capturedAt().isEmpty() || info.claims().isEmpty()) {
            return new Dating(Precision.SECOND, Optional.empty(), Optional.empty(), info.scanned());
        }
        TimeClaim believed = info.claims().getFirst();
        return new Dating(
                Precision.valueOf(believed.precision().name()),
                Optional.empty(),
                doubt(believed, info.claims(), info.scanned()),
                info.scanned());
    }

    private static Optional<DateDoubt> doubt(TimeClaim believed, List<TimeClaim> claims, boolean scanned) {
        if (believed.doubted()) {
            return Optional.of(scanned ? DateDoubt.SCANNED : DateDoubt.UNSET_CLOCK);
        }
        return switch (believed.source()) {
            case FILE_TIME -> Optional.of(DateDoubt.FILE_TIME);
            case TAKEOUT_UPLOAD -> Optional.of(DateDoubt.UPLOADED);
            case MODIFIED -> Optional.of(DateDoubt.EDITED);
            default ->
                SURE.contains(believed.source().trust())
                                && claims.stream().skip(1).anyMatch(other -> contradicts(other, believed))
                        ? Optional.of(DateDoubt.CONFLICT)
                        : Optional.empty();
        };
    }

    private static boolean contradicts(TimeClaim other, TimeClaim believed) {
        return SURE.contains(other.source().trust())
                && !OF_FILES.contains(other.source())
                && !other.doubted()
                && (first(other).isAfter(last(believed).plusDays(DAYS_APART))
                        || last(other).isBefore(first(believed).minusDays(DAYS_APART)));
    }

    private static LocalDate first(TimeClaim claim) {
        return claim.local().toLocalDate();
    }

    private static LocalDate last(TimeClaim claim) {
        LocalDate day = first(claim);
        return switch (claim.precision()) {
            case YEAR -> LocalDate.of(day.getYear(), 12, 31);
            case MONTH -> YearMonth.from(day).atEndOfMonth();
            case DAY, MINUTE, SECOND -> day;
        };
    }
}
