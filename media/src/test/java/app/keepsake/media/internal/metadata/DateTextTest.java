package app.keepsake.media.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.TimeClaim.Precision;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019:05:06 10:11:12 | 2019-05-06T10:11:12 | SECOND | ",
                "2019-05-06T10:11:12.5+02:00 | 2019-05-06T10:11:12.5 | SECOND | +02:00",
                "2019-05-06T10:11:12-0500 | 2019-05-06T10:11:12 | SECOND | -05:00",
                "2019-05-06T10:11:12Z | 2019-05-06T10:11:12 | SECOND | Z",
                "2019-05-06T10:11 | 2019-05-06T10:11 | MINUTE | ",
                "2019-05-06 | 2019-05-06T12:00 | DAY | ",
                "2019-05 | 2019-05-01T12:00 | MONTH | ",
                "1985 | 1985-01-01T12:00 | YEAR | ",
                "1985:07:00 00:00:00 | 1985-07-01T12:00 | MONTH | ",
                "1985:00:00 00:00:00 | 1985-01-01T12:00 | YEAR | ",
                "Mon, 06 May 2019 10:11:12 +0200 | 2019-05-06T10:11:12 | SECOND | +02:00",
                "Mon, 6 May 2019 10:11:12 GMT | 2019-05-06T10:11:12 | SECOND | Z",
                "06 May 2019 10:11 | 2019-05-06T10:11 | MINUTE | ",
                "Fri 14 Dec 2018 12:42:19 AM CET | 2018-12-14T00:42:19 | SECOND | ",
                "Fr. 14 Dec 2018 13:42:19 CET | 2018-12-14T13:42:19 | SECOND | ",
                "Mon May  6 10:11:12 2019 | 2019-05-06T10:11:12 | SECOND | ",
                "2023:07:12 15:28:58-1528 | 2023-07-12T15:28:58 | SECOND | ",
                "2019:05:06 10:11:12+02 | 2019-05-06T10:11:12 | SECOND | +02:00",
                "2019:05:06 10:11:12+5:30 | 2019-05-06T10:11:12 | SECOND | +05:30",
                "2019:05:06 10:11:12 GMT-3 | 2019-05-06T10:11:12 | SECOND | -03:00",
                "2019:05:06 10:11:12 MESZ | 2019-05-06T10:11:12 | SECOND | ",
                "2019: 5: 6  9: 1: 2 | 2019-05-06T09:01:02 | SECOND | ",
                "2019:05:06   :  :   | 2019-05-06T12:00 | DAY | ",
                "2019:05:06:10:11:12 | 2019-05-06T10:11:12 | SECOND | ",
                "2019-05-06-10-11-12 | 2019-05-06T10:11:12 | SECOND | ",
                "2019:05:06 10.11.12 | 2019-05-06T10:11:12 | SECOND | ",
                "2019:05:06 24:00:00 | 2019-05-07T00:00 | SECOND | ",
                "2016:12:31 23:59:60 | 2016-12-31T23:59:59 | SECOND | ",
                "20190506T101112+0200 | 2019-05-06T10:11:12 | SECOND | +02:00",
                "20190506T101112Z | 2019-05-06T10:11:12 | SECOND | Z",
                "20190506101112 | 2019-05-06T10:11:12 | SECOND | ",
                "20190506 | 2019-05-06T12:00 | DAY | ",
                "2019:05:06 10:11:12 pm | 2019-05-06T22:11:12 | SECOND | ",
                "2019:05:06 12:11:12 a.m. | 2019-05-06T00:11:12 | SECOND | ",
                "2019/05/06 \u4E0B\u5348 10:11:12 | 2019-05-06T22:11:12 | SECOND | ",
                "2019\u5E7405\u670806\u65E5 10:11:12 | 2019-05-06T10:11:12 | SECOND | ",
                "06.05.2019 10:11:12 | 2019-05-06T10:11:12 | SECOND | ",
                "26/05/2019 10:11:12 | 2019-05-26T10:11:12 | SECOND | ",
                "05/26/2019 10:11 PM | 2019-05-26T22:11 | MINUTE | ",
                "97:05:06 10:11:12 | 1997-05-06T10:11:12 | SECOND | ",
                "05:05:06 10:11:12 | 2005-05-06T10:11:12 | SECOND | ",
                "May 6, 2019, 10:11:12 PM | 2019-05-06T22:11:12 | SECOND | ",
                "06 Mai 2019 10:11:12 | 2019-05-06T10:11:12 | SECOND | "
            })
    void readsWhatProgramsWrite(String text, LocalDateTime local, Precision precision, @Nullable String zone) {
        TimeClaim claim = DateText.parse(text, ClaimSource.PNG).orElseThrow();
        assertThat(claim.local()).isEqualTo(local);
        assertThat(claim.precision()).isEqualTo(precision);
        assertThat(claim.offset()).isEqualTo(Optional.ofNullable(zone).map(ZoneOffset::of));
        assertThat(claim.onlyUtc()).isEqualTo("Z".equals(zone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000:00:00 00:00:00",
                "    :  :     :  :  ",
                "2019:13:06 10:11:12",
                "2019-02-30",
                "Mon, 06 Foo 2019 10:11:12 GMT",
                "05/06/2019 10:11:12",
                "2019:05:06 24:00:01",
                "2019:05:06 10:60:00",
                "1565605425",
                "yesterday",
                "2019-05-06T10:11:12 and much more than any program would write into a field for a date"
            })
    void findsNoDateInOtherTexts(String text) {
        assertThat(DateText.parse(text, ClaimSource.PNG)).isEmpty();
    }

    @Test
    void readsNothingBehindAZero() {
        TimeClaim claim = DateText.parse("2019:05:06 10:11:12\0of another", ClaimSource.PNG)
                .orElseThrow();
        assertThat(claim.local()).isEqualTo("2019-05-06T10:11:12");
    }
}
