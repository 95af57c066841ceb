package app.keepsake.vision;

import app.keepsake.media.GeoPoint;
import java.time.Instant;

/** Where the sun stands, to about half a degree. Low-precision formulas of the Astronomical Almanac. */
public final class Sun {
    private static final long J2000 = 946_728_000L;

    private Sun() {}

    /** Degrees above the horizon, -90 to 90; below -6 it is dark, from 0 to 6 the light is golden. */
    public static double elevation(GeoPoint place, Instant time) {
        double days = (time.getEpochSecond() - J2000) / 86_400.0;
        double anomaly = Math.toRadians(357.528 + 0.9856003 * days);
        double mean = 280.460 + 0.9856474 * days;
        double longitude = Math.toRadians(mean + 1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
        double tilt = Math.toRadians(23.439 - 0.0000004 * days);
        double ascension = Math.atan2(Math.cos(tilt) * Math.sin(longitude), Math.cos(longitude));
        double declination = Math.asin(Math.sin(tilt) * Math.sin(longitude));
        double sidereal = Math.toRadians(280.46062 + 360.98564737 * days + place.longitude());
        double latitude = Math.toRadians(place.latitude());
        return Math.toDegrees(Math.asin(Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(sidereal - ascension)));
    }
}
