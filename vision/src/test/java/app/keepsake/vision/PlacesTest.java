package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.GeoPoint;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlacesTest {
    @ParameterizedTest
    @CsvSource({
        "48.8584, 2.2945, Paris, FR", // Eiffel tower, with Neuilly nearer than the centre of Paris
        "41.8902, 12.4922, Rome, IT", // Colosseum, in a quarter with a name of its own
        "43.7731, 11.2560, Florence, IT",
        "40.6892, -74.0445, New York City, US", // Statue of Liberty, near Jersey City
        "51.5055, -0.0754, London, GB",
        "51.5392, -0.1426, London, GB", // in Camden Town, which the table calls a town
        "51.4610, -0.3030, Richmond, GB", // a town of its own, 15 km out
        "45.4853, 12.4169, Burano, IT", // an island of Venice, 9 km out
        "47.5576, 10.7498, Schwangau, DE",
        "45.4408, 12.3155, Venice, IT",
        "-33.8568, 151.2153, Sydney, AU",
        "35.6586, 139.7454, Tokyo, JP",
        "68.2343, 14.5683, Svolvær, NO",
    })
    void namesTowns(double latitude, double longitude, String town, String country) {
        Place place = Places.nearest(new GeoPoint(latitude, longitude)).orElseThrow();

        assertThat(place.town()).contains(town);
        assertThat(place.countryCode()).isEqualTo(country);
        assertThat(place.name(Locale.ENGLISH)).isEqualTo(town);
    }

    @Test
    void betweenTownsTheRegionIsNamed() {
        Place place = Places.nearest(new GeoPoint(36.5647, -118.7727)).orElseThrow(); // among the giant sequoias

        assertThat(place.town()).isEmpty();
        assertThat(place.name(Locale.ENGLISH)).isEqualTo("California");
        assertThat(place.distanceKm()).isBetween(5.0, 25.0);
    }

    @ParameterizedTest
    @CsvSource({
        "44.4280, -110.5885, United States", // Old Faithful in Wyoming; the next towns are in Montana
        "36.2388, -116.8160, United States", // Death Valley
        "64.8000, -18.5000, Iceland",
    })
    void farFromTownsOnlyTheCountryIsNamed(double latitude, double longitude, String country) {
        Place place = Places.nearest(new GeoPoint(latitude, longitude)).orElseThrow();

        assertThat(place.town()).isEmpty();
        assertThat(place.region()).isEmpty();
        assertThat(place.name(Locale.ENGLISH)).isEqualTo(country);
    }

    @Test
    void theOpenSeaHasNoName() {
        assertThat(Places.nearest(new GeoPoint(30, -40))).isEmpty();
        assertThat(Places.nearest(new GeoPoint(90, 0))).isEmpty();
    }

    @Test
    void theDateLineIsNoBorder() {
        // Taveuni in Fiji lies on 180 degrees; its towns are east of it in the table and west on the map.
        Optional<Place> east = Places.nearest(new GeoPoint(-16.78, 179.99));
        Optional<Place> west = Places.nearest(new GeoPoint(-16.78, -179.99));

        assertThat(east.map(Place::countryCode)).contains("FJ");
        assertThat(west.map(Place::countryCode)).contains("FJ");
        assertThat(west.orElseThrow().distanceKm() - east.orElseThrow().distanceKm())
                .isBetween(-3.0, 3.0);
    }

    @Test
    void countriesAreNamedInTheUsersLanguage() {
        Place place = Places.nearest(new GeoPoint(43.7731, 11.2560)).orElseThrow();

        assertThat(place.region()).contains("Tuscany");
        assertThat(place.country(Locale.ENGLISH)).isEqualTo("Italy");
        assertThat(place.country(Locale.GERMAN)).isEqualTo("Italien");
    }
}
