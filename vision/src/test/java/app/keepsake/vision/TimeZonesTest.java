package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.media.GeoPoint;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeZonesTest {
    @ParameterizedTest
    @CsvSource({
        "40.71, -74.00, America/New_York",
        "52.52, 13.40, Europe/Berlin",
        "35.68, 139.69, Asia/Tokyo",
        "27.70, 85.32, Asia/Kathmandu",
        "-33.87, 151.21, Australia/Sydney",
        "-34.60, -58.38, America/Argentina/Buenos_Aires",
        "-18.14, 178.44, Pacific/Fiji",
        "64.15, -21.94, Atlantic/Reykjavik"
    })
    void knowsTheZonesOfCities(double latitude, double longitude, String zone) {
        assertThat(TimeZones.of(new GeoPoint(latitude, longitude))).contains(ZoneId.of(zone));
    }

    @Test
    void givesSummerTimeInSummer() {
        GeoPoint berlin = new GeoPoint(52.52, 13.40);
        assertThat(TimeZones.offset(berlin, LocalDateTime.of(2024, 7, 1, 12, 0)))
                .contains(ZoneOffset.ofHours(2));
        assertThat(TimeZones.offset(berlin, LocalDateTime.of(2024, 1, 1, 12, 0)))
                .contains(ZoneOffset.ofHours(1));
    }

    /** Equinox at the equator: overhead at noon; midsummer at Greenwich: 62 degrees at noon, at midnight below. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 2024-03-20T12:07:00Z, 89.5",
        "51.48, 0, 2024-06-21T12:02:00Z, 61.96",
        "51.48, 0, 2024-06-21T00:02:00Z, -15.1",
        "59.91, 10.75, 2024-12-21T11:15:00Z, 6.7"
    })
    void knowsWhereTheSunStands(double latitude, double longitude, Instant time, double degrees) {
        assertThat(Sun.elevation(new GeoPoint(latitude, longitude), time)).isCloseTo(degrees, within(0.6));
    }
}
