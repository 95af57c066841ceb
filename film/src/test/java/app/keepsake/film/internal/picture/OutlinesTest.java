package app.keepsake.film.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutlinesTest {
    /** Degrees as pixels, north up. */
    private static final Outlines.Projection PLAIN = new Outlines.Projection() {
        @Override
        public double x(double longitude) {
            return longitude + 180;
        }

        @Override
        public double y(double latitude) {
            return 90 - latitude;
        }
    };

    private static final List<Path2D> COUNTRIES = Outlines.read().shapes(PLAIN, 360, 180);

    private static long countriesAt(double latitude, double longitude) {
        return COUNTRIES.stream()
                .filter(country -> country.contains(PLAIN.x(longitude), PLAIN.y(latitude)))
                .count();
    }

    @Test
    void placesLieInOneCountryAndTheSeaInNone() {
        assertThat(countriesAt(38.75, -9.15)).as("Lisbon").isEqualTo(1);
        assertThat(countriesAt(45.46, 9.19)).as("Milan").isEqualTo(1);
        assertThat(countriesAt(-33.45, -70.66)).as("Santiago").isEqualTo(1);
        assertThat(countriesAt(35.68, 139.6)).as("Tokyo").isEqualTo(1);
        assertThat(countriesAt(-18.1, 178.0)).as("Fiji, beside the date line").isEqualTo(1);
        assertThat(countriesAt(30, -40)).as("Atlantic").isZero();
        assertThat(countriesAt(42, 8)).as("Ligurian sea").isZero();
        assertThat(countriesAt(68.9, 3))
                .as("Norwegian sea, as far north as Chukotka")
                .isZero();
        assertThat(countriesAt(-16.6, -25)).as("Atlantic, as far south as Fiji").isZero();
        assertThat(countriesAt(68, 178)).as("Chukotka, before the date line").isEqualTo(1);
        assertThat(countriesAt(67, -175)).as("Chukotka, beyond the date line").isEqualTo(1);
        assertThat(countriesAt(-85, 100)).as("Antarctica").isEqualTo(1);
    }
}
