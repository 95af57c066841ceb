package app.keepsake.media.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "52,00000,50,00000,34,01180 | N | 52.8427811",
                "52,50,34.0118 | N | 52.8427811",
                "52 50 34.0118 | S | -52.8427811",
                "11.18286 | W | -11.18286"
            })
    void readsCoordinatesThatAreTexts(String text, String side, double degrees) {
        assertThat(Places.spelled(text, side).orElseThrow()).isCloseTo(degrees, Offset.offset(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "north", "52,", "52,0000000000000000000,1,1,1,1"})
    void findsNoneInOtherTexts(String text) {
        assertThat(Places.spelled(text, "N")).isEmpty();
    }
}
