package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of the claims on when and where something was taken are believed.
 *
 * @param time the believed time, made whole by the others; empty if nothing tells a date
 * @param others the other claims on the time as they were told, the surest first, those that are no dates last
 * @param places the believed one first
 */
record WhenAndWhere(Optional<TimeClaim> time, List<TimeClaim> others, List<PlaceClaim> places) {
    private static final Comparator<TimeClaim> SUREST_FIRST =
            Comparator.comparingInt(WhenAndWhere::doubt).thenComparing(TimeClaim::source);

    /** What Takeout's time is compared with, to see whether the owner changed it. */
    private static final Set<ClaimSource> SEEN_BY_GOOGLE =
            Set.of(ClaimSource.EXIF_ORIGINAL, ClaimSource.EXIF_DIGITIZED, ClaimSource.QUICKTIME, ClaimSource.HEADER);

    private static final Set<ClaimSource> OF_OWNERS =
            Set.of(ClaimSource.SIDECAR, ClaimSource.SERVER, ClaimSource.TAKEOUT_CORRECTED);

    WhenAndWhere {
        others = List.copyOf(others);
        places = List.copyOf(places);
    }

    /**
     * Decides. Of claims of one source, the first counts.
     *
     * @param told by all sources
     * @param duration of a clip, zero for photos
     * @param now after which nothing was taken
     */
    static WhenAndWhere decide(MetadataFields told, Duration duration, Instant now) {
        List<TimeClaim> times = told.times();
        List<TimeClaim> dates = ranked(
                times.stream().filter(claim -> Plausibility.isDate(claim, now)).toList(), duration, told.scanned());
        Optional<TimeClaim> surest = dates.stream().findFirst();
        List<TimeClaim> others = dates.stream().skip(1).toList();
        List<PlaceClaim> where = ranked(told.places(), surest, others);
        Stream<TimeClaim> never =
                times.stream().filter(claim -> !Plausibility.isDate(claim, now)).map(claim -> claim.asDoubted(true));
        return new WhenAndWhere(
                surest.map(time -> whole(time, others, duration, where.isEmpty())),
                Stream.concat(others.stream(), never).toList(),
                where);
    }

    /** Whether the still of a clip was taken at the same moment. */
    boolean isOfStill() {
        return isOfStill(time, others);
    }

    /** All claims on the time, the believed one first. */
    List<TimeClaim> claims() {
        return Stream.concat(time.stream(), others.stream()).toList();
    }

    Optional<GeoPoint> place() {
        return places.stream().findFirst().map(PlaceClaim::point);
    }

    private static List<TimeClaim> ranked(List<TimeClaim> dates, Duration duration, boolean scanned) {
        ScanDays scanDays = ScanDays.of(scanned, dates);
        List<TimeClaim> seen = dates.stream()
                .filter(claim -> SEEN_BY_GOOGLE.contains(claim.source()))
                .sorted(SUREST_FIRST)
                .toList();
        return dates.stream()
                .map(claim -> claim.source() == ClaimSource.TAKEOUT
                                && !seen.isEmpty()
                                && !Correction.isExplained(claim, seen.getFirst(), duration)
                        ? Correction.said(claim)
                        : claim)
                .map(claim -> claim.asDoubted(
                        Plausibility.isDoubtful(claim) && !isMeant(claim, seen) || scanDays.tells(claim)))
                .sorted(SUREST_FIRST)
                .toList();
    }

    /** A time of an unset clock that the file itself does not tell was said by somebody. */
    private static boolean isMeant(TimeClaim claim, List<TimeClaim> seen) {
        return OF_OWNERS.contains(claim.source()) && !seen.isEmpty() && !Plausibility.isDoubtful(seen.getFirst());
    }

    /** Doubted claims are better than none, and none is what a file's time says. */
    private static int doubt(TimeClaim claim) {
        return claim.source() == ClaimSource.FILE_TIME ? 2 : claim.doubted() ? 1 : 0;
    }

    /** A time of which more is told elsewhere: the hour of a day, the zone of a wall clock, the wall clock of a moment. */
    private static TimeClaim whole(TimeClaim surest, List<TimeClaim> others, Duration duration, boolean isNowhere) {
        List<TimeClaim> sure = others.stream().filter(other -> !other.doubted()).toList();
        TimeClaim timed = surest.isTimed() ? surest : Completion.refined(surest, sure);
        TimeClaim zoned = Completion.zoned(timed, sure, duration);
        // Where no place tells the zone, the camera's is the likeliest for what its owner corrected.
        boolean byCamera = isNowhere && zoned.onlyUtc() && zoned.source() == ClaimSource.TAKEOUT_CORRECTED;
        return byCamera ? zoneOfCamera(others).map(zoned::movedTo).orElse(zoned) : zoned;
    }

    private static Optional<ZoneOffset> zoneOfCamera(List<TimeClaim> others) {
        return others.stream()
                .filter(other -> other.source() == ClaimSource.EXIF_ORIGINAL)
                .flatMap(other -> other.offset().stream())
                .findFirst();
    }

    private static List<PlaceClaim> ranked(
            List<PlaceClaim> places, Optional<TimeClaim> surest, List<TimeClaim> others) {
        Optional<PlaceClaim> own = places.stream()
                .filter(place -> place.source() == ClaimSource.EXIF_ORIGINAL || place.source() == ClaimSource.QUICKTIME)
                .findFirst();
        return places.stream()
                .filter(place -> place.source() != ClaimSource.STILL || isOfStill(surest, others))
                .map(place -> place.source() == ClaimSource.TAKEOUT_CORRECTED
                                && own.filter(mine -> Correction.isSamePlace(mine.point(), place.point()))
                                        .isPresent()
                        ? new PlaceClaim(place.point(), ClaimSource.TAKEOUT)
                        : place)
                .sorted(Comparator.comparing(PlaceClaim::source))
                .toList();
    }

    /** A still and a clip of one name may be of different moments. */
    private static boolean isOfStill(Optional<TimeClaim> surest, List<TimeClaim> others) {
        return surest.filter(time -> time.source() == ClaimSource.STILL
                        || others.stream()
                                .filter(other -> other.source() == ClaimSource.STILL)
                                .anyMatch(still -> Completion.isSameMoment(time, still)))
                .isPresent();
    }
}
