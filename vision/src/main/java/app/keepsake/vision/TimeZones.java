package app.keepsake.vision;

import app.keepsake.media.GeoPoint;
import app.keepsake.vision.internal.places.ZoneGrid;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The time zone of a place, from a coarse map: about one inhabited place in twenty gets a wrong offset. Thread-safe. */
public final class TimeZones {
    private TimeZones() {}

    /** Empty where the map names a zone that this Java does not know. */
    public static Optional<ZoneId> of(GeoPoint point) {
        return ZoneGrid.shipped().zone(point.latitude(), point.longitude());
    }

    /** What a clock on the wall there is ahead of UTC. */
    public static Optional<ZoneOffset> offset(GeoPoint point, LocalDateTime wallClock) {
        return of(point).map(zone -> zone.getRules().getOffset(wallClock));
    }
}
