package app.keepsake.media.internal.metadata;

import app.keepsake.media.GeoPoint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coordinates as metadata spells them. */
final class Places {
    /** ISO 6709, as QuickTime has it: {@code +48.8583+002.2919+068.7/}. */
    private static final Pattern ISO_6709 = Pattern.compile("([+-]\\d+(?:\\.\\d*)?)([+-]\\d+(?:\\.\\d*)?).*");

    /** XMP's GPSCoordinate: {@code 48,51.5025N} or {@code 48,51,30N}. */
    private static final Pattern XMP = Pattern.compile("(\\d+),(\\d+(?:\\.\\d*)?)(?:,(\\d+(?:\\.\\d*)?))?\\s*([NSEW])");

    private Places() {}

    /** Empty for what is outside the earth, and for 0, 0, which cameras write when they do not know. */
    static Optional<GeoPoint> of(double latitude, double longitude) {
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        boolean unknown = latitude == 0 && longitude == 0;
        return onEarth && !unknown ? Optional.of(new GeoPoint(latitude, longitude)) : Optional.empty();
    }

    static Optional<GeoPoint> ofIso6709(String text) {
        Matcher parts = ISO_6709.matcher(text);
        return parts.matches()
                ? of(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)))
                : Optional.empty();
    }

    static Optional<GeoPoint> ofXmp(String latitude, String longitude) {
        Optional<Double> north = degrees(latitude);
        Optional<Double> east = degrees(longitude);
        return north.flatMap(lat -> east.flatMap(lon -> of(lat, lon)));
    }

    private static Optional<Double> degrees(String text) {
        Matcher parts = XMP.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        double seconds = parts.group(3) == null ? 0 : Double.parseDouble(parts.group(3));
        double value = Double.parseDouble(parts.group(1)) + Double.parseDouble(parts.group(2)) / 60 + seconds / 3600;
        return Optional.of("SW".contains(parts.group(4)) ? -value : value);
    }
}
