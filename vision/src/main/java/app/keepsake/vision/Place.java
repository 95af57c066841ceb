package app.keepsake.vision;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a picture was taken, as exactly as is certain.
 *
 * @param town the town, empty where none is near enough to name
 * @param region the first administrative level (state, region, canton), in English
 * @param countryCode ISO 3166-1 alpha-2
 * @param distanceKm to the centre of the nearest town, kilometres
 */
public record Place(Optional<String> town, Optional<String> region, String countryCode, double distanceKm) {
    /** The most exact name there is: the town's, else the region's, else the country's. */
    public String name(Locale language) {
        return town.or(() -> region).orElseGet(() -> country(language));
    }

    /** The country's name in a language. */
    public String country(Locale language) {
        return Locale.of("", countryCode).getDisplayCountry(language);
    }
}
