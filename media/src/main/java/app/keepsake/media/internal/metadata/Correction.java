package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.TimeClaim;
import java.time.Duration;
import java.time.LocalTime;

/** Whether Takeout tells what the file does, or what its owner said instead. */
final class Correction {
    private static final Duration LONGEST_ZONE = Duration.ofHours(15);
    private static final double SAME_PLACE_METRES = 50;
    private static final double METRES_PER_DEGREE = 111_320;

    private Correction() {}

    /**
     * Whether a moment may be what Google made of the file's own time. Google guesses zones, and takes the wall clock for
     * UTC where it cannot: any zone explains the difference. Clips' headers tell the beginning or the end.
     */
    static boolean isExplained(TimeClaim takeout, TimeClaim own, Duration duration) {
        if (!own.isTimed()) {
            Duration apart = Duration.between(takeout.local(), own.local()).abs();
            return own.precision() != TimeClaim.Precision.DAY || apart.compareTo(Duration.ofHours(36)) < 0;
        }
        if (own.source() == ClaimSource.HEADER || own.source() == ClaimSource.QUICKTIME) {
            Duration apart = Duration.between(takeout.local(), own.local()).abs();
            return apart.compareTo(LONGEST_ZONE.plus(duration)) < 0;
        }
        return Zones.between(own.local(), takeout.local()).isPresent() || Zones.sameMoment(own, takeout);
    }

    /** What an owner said. A midnight in UTC is that of a day, wherever it was: nobody means the evening before. */
    static TimeClaim said(TimeClaim takeout) {
        TimeClaim said = takeout.from(ClaimSource.TAKEOUT_CORRECTED);
        return said.local().toLocalTime().equals(LocalTime.MIDNIGHT) ? said.withoutZone() : said;
    }

    /** Whether two coordinates tell one place, rounded in two ways. */
    static boolean isSamePlace(GeoPoint one, GeoPoint other) {
        double north = one.latitude() - other.latitude();
        double east = Math.abs(one.longitude() - other.longitude());
        double shorter = Math.min(east, 360 - east) * Math.cos(Math.toRadians(one.latitude()));
        return METRES_PER_DEGREE * Math.hypot(north, shorter) < SAME_PLACE_METRES;
    }
}
