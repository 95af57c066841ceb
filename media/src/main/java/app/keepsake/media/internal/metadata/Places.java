package app.keepsake.media.internal.metadata;

import app.keepsake.media.GeoPoint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coordinates as metadata spells them. */
final class Places {
    /** ISO 6709, as QuickTime has it: {@code +48.8583+002.2919+068.7/}. */
    private static final Pattern ISO_6709 = Pattern.compile("([+-]\\d+(?:\\.\\d*)?)([+-]\\d+(?:\\.\\d*)?).*");

    /** XMP's GPSCoordinate, {@code 48,51.5025N} or {@code 48,51,30N}, and the decimals that programs write instead. */
    private static final Pattern DEGREES = Pattern.compile(
            "([+-]?\\d{1,3}(?:\\.\\d{0,20})?)(?:,(\\d{1,2}(?:\\.\\d{0,20})?))?(?:,(\\d{1,2}(?:\\.\\d{0,20})?))?\\s?([NSEW])?");

    private static final Pattern COMMAS =
            Pattern.compile("(\\d{1,3}),(\\d{1,9}),(\\d{1,2}),(\\d{1,9}),(\\d{1,2}),(\\d{1,9})");

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

    /**
     * Reads one coordinate, in degrees.
     *
     * @param side {@code N}, {@code S}, {@code E} or {@code W}, if a field of its own tells it
     */
    static Optional<Double> degrees(String text, Optional<String> side) {
        Matcher parts = DEGREES.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(parts.group(1));
        double more = part(parts, 2) / 60 + part(parts, 3) / 3600;
        String letter = parts.group(4) == null ? side.orElse("") : parts.group(4);
        boolean negative = parts.group(1).startsWith("-") || letter.startsWith("S") || letter.startsWith("W");
        return Optional.of((negative ? -1 : 1) * (Math.abs(value) + more));
    }

    /**
     * Reads one coordinate of EXIF that stands there as a text: {@code 52,1,10.5}, and {@code 52,00000,50,00000,34,01180},
     * where a comma stands for the point, too.
     */
    static Optional<Double> spelled(String text, String side) {
        Matcher parts = COMMAS.matcher(text.strip());
        return parts.matches()
                ? degrees(
                        "%s.%s,%s.%s,%s.%s"
                                .formatted(
                                        parts.group(1),
                                        parts.group(2),
                                        parts.group(3),
                                        parts.group(4),
                                        parts.group(5),
                                        parts.group(6)),
                        Optional.of(side))
                : degrees(text.strip().replaceAll("[ ;]{1,3}", ","), Optional.of(side));
    }

    private static double part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Double.parseDouble(parts.group(group));
    }
}
