package app.keepsake.operations.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Taken;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilmDatesTest {
    private static FilmDates of(int firstYear, Locale locale) {
        return FilmDates.of(
                new Memory(
                        "m",
                        "folder",
                        "T",
                        "",
                        LocalDate.of(firstYear, 1, 1),
                        LocalDate.of(1985, 12, 31),
                        1,
                        0,
                        List.of(),
                        "v"),
                locale);
    }

    @ParameterizedTest
    @CsvSource({
        "1985-07-14, July 14, 14. Juli, July 1985",
        "1985-07, July 1985, Juli 1985, July 1985",
        "1985, 1985, 1985, 1985",
        "1985-06..1985-08, 1985, 1985, 1985",
        "1983..1986, 1983\u20131986, 1983\u20131986, 1983\u20131986"
    })
    void tellNoMoreThanIsKnown(String taken, String ofOneYear, String german, String ofMore) {
        Taken when = Taken.parse(taken);
        assertThat(of(1985, Locale.US).text(when)).isEqualTo(ofOneYear);
        assertThat(of(1985, Locale.GERMANY).text(when)).isEqualTo(german);
        assertThat(of(1980, Locale.US).text(when)).isEqualTo(ofMore);
    }
}
