package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The days on which something was scanned: they say nothing of when what it shows was taken.
 *
 * @param days on which a scanner, or what came after it, wrote the file; empty for what no scanner made
 */
record ScanDays(Set<LocalDate> days) {
    /** Nobody had a scanner before. */
    private static final int FIRST_YEAR = 1990;

    /** What tells of a scan when it was made, and not of what. */
    private static final Set<ClaimSource> OF_SCANNING = Set.of(
            ClaimSource.EXIF_DIGITIZED,
            ClaimSource.XMP_CREATED,
            ClaimSource.PNG,
            ClaimSource.MODIFIED,
            ClaimSource.TAKEOUT_UPLOAD,
            ClaimSource.FILE_TIME);

    /** @param scanned whether a scanner made it */
    static ScanDays of(boolean scanned, List<TimeClaim> claims) {
        return new ScanDays(
                scanned
                        ? claims.stream()
                                .filter(claim -> OF_SCANNING.contains(claim.source()))
                                .map(claim -> claim.local().toLocalDate())
                                .filter(day -> day.getYear() >= FIRST_YEAR)
                                .collect(Collectors.toUnmodifiableSet())
                        : Set.of());
    }

    /** Whether a claim tells of the scanning. What its owner says does not, nor a month or a year. */
    boolean tells(TimeClaim claim) {
        LocalDate day = claim.local().toLocalDate();
        return claim.source().trust() != ClaimSource.Trust.OWNER
                && claim.source() != ClaimSource.FILE_TIME
                && claim.precision().compareTo(TimeClaim.Precision.DAY) >= 0
                && (days.contains(day) || days.contains(day.minusDays(1)) || days.contains(day.plusDays(1)));
    }
}
