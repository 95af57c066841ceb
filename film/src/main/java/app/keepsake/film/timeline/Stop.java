package app.keepsake.film.timeline;

/**
 * A place on the way of a trip.
 *
 * @param name as it is written on the map
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Stop(String name, double latitude, double longitude) {
    public Stop {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "A place needs a latitude within 90 and a longitude within 180 degrees, found %s, %s for %s."
                            .formatted(latitude, longitude, name));
        }
    }
}
