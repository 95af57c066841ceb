package app.keepsake.media;

/**
 * A place on earth, WGS 84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {
    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException(
                    "Latitude must be in [-90, 90] and longitude in [-180, 180], found %s, %s."
                            .formatted(latitude, longitude));
        }
    }
}
