package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TakenTest {
    @ParameterizedTest
    @CsvSource({
        "1985, 1985, YEAR, 1985-01-01, 1985-12-31",
        "1985-07, 1985-07, MONTH, 1985-07-01, 1985-07-31",
        "1984-2, 1984-02, MONTH, 1984-02-01, 1984-02-29",
        "1985-07-14, 1985-07-14, DAY, 1985-07-14, 1985-07-14",
        "1985-07-14 15:30, 1985-07-14T15:30, MINUTE, 1985-07-14, 1985-07-14",
        "1985-07-14T15:30:07, 1985-07-14T15:30:07, SECOND, 1985-07-14, 1985-07-14",
        "1985-07-14T15:30:07.25, 1985-07-14T15:30:07.25, SECOND, 1985-07-14, 1985-07-14",
        "1983..1986, 1983..1986, YEAR, 1983-01-01, 1986-12-31",
        "1980s, 1980..1989, YEAR, 1980-01-01, 1989-12-31",
        "1985-06..1985-08, 1985-06..1985-08, MONTH, 1985-06-01, 1985-08-31",
        "1985-07-12..1985-07-14, 1985-07-12..1985-07-14, DAY, 1985-07-12, 1985-07-14",
        "1985-11..1986, 1985-11..1986-12, MONTH, 1985-11-01, 1986-12-31",
        "1985..1985, 1985, YEAR, 1985-01-01, 1985-12-31"
    })
    void isReadAndWritten(String text, String written, Precision precision, LocalDate first, LocalDate last) {
        Taken taken = Taken.parse(text);
        assertThat(taken.toText()).isEqualTo(written);
        assertThat(taken.precision()).isEqualTo(precision);
        assertThat(taken.firstDay()).isEqualTo(first);
        assertThat(taken.lastDay()).isEqualTo(last);
        assertThat(taken.isOfOneDay()).isEqualTo(first.equals(last));
        assertThat(Taken.parse(written)).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "85",
                "July 1985",
                "1985-13",
                "1985-02-30",
                "1986..1983",
                "1985-07-14T25:00",
                "0985",
                "1985..",
                "..1985"
            })
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> Taken.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-08-12T23:30:00, +1h, 2019-08-13T00:30:00",
        "2019-08-12T00:30:00, -30m, 2019-08-12T00:00:00",
        "2019-08-12T10:00, +1d2h, 2019-08-13T12:00",
        "2002-12-08T12:00:00, +16y250d, 2019-08-15T12:00:00",
        "2019-08-12T10:00, -25h, 2019-08-11T09:00",
        "2019-08-12, +1h, 2019-08-12",
        "2019-08-12, -3d, 2019-08-09",
        "2019-08, +1y5d, 2020-08",
        "2019, -1y, 2018",
        "1980s, +10y, 1990..1999",
        "1985-01..1985-02, +3y, 1988-01..1988-02",
        "1985-07-12..1985-07-14, +1d, 1985-07-13..1985-07-15"
    })
    void aShiftMovesWhatIsKnown(String text, String shift, String moved) {
        assertThat(Taken.parse(text).shifted(DateShift.parse(shift)).toText()).isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1h", "+", "+0h", "+1x", "+h", "+900y", "+1h1d", "+999999d"})
    void noShiftIsReadFromOthers(String text) {
        assertThatThrownBy(() -> DateShift.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsShiftedBeforePhotography() {
        assertThatThrownBy(() -> Taken.parse("1900").shifted(DateShift.parse("-100y")))
                .hasMessageContaining("1826");
    }
}
