package app.keepsake.memories.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Place;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "en-US, United Kingdom, the United Kingdom",
        "en-GB, Netherlands, the Netherlands",
        "en-US, Portugal, Portugal",
        "de-DE, Schweiz, der Schweiz",
        "de-AT, Vereinigte Staaten, den Vereinigten Staaten",
        "de-DE, Lissabon, Lissabon",
        "sv-SE, United Kingdom, the United Kingdom",
        "fr-FR, Royaume-Uni, Royaume-Uni"
    })
    void countriesStandWithTheirArticle(String language, String place, String within) {
        assertThat(new Words(Locale.forLanguageTag(language)).within(place)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-US; May 3\u20135, 2024; April \u2013 May 2024; 2023\u20132024; May 3; Anna, Ben, and Cleo",
                "de-DE; 3.\u20135. Mai 2024; April\u2013Mai 2024; 2023\u20132024; 3. Mai; Anna, Ben und Cleo",
                "fr; 3\u20135 mai 2024; avril \u2013 mai 2024; 2023\u20132024; 3 mai; Anna, Ben et Cleo",
                "pl; 3\u20135 maja 2024; kwiecie\u0144\u2013maj 2024; 2023\u20132024; 3 maja; Anna, Ben i Cleo",
                "ja; 2024\u5e745\u67083\u65e5\uff5e5\u65e5; 2024\u5e744\u6708\uff5e5\u6708;"
                        + " 2023\u5e74\uff5e2024\u5e74; 5\u67083\u65e5; Anna\u3001Ben\u3001Cleo",
                "zh-CN; 2024\u5e745\u67083\u65e5 \u2013 5\u65e5; 2024\u5e744\u6708 \u2013 5\u6708;"
                        + " 2023\u20132024\u5e74; 5\u67083\u65e5; Anna\u3001Ben\u548cCleo"
            })
    void daysAndListsAreAsTheLanguageHasThem(
            String language, String days, String months, String years, String day, String list) {
        Words words = new Words(Locale.forLanguageTag(language));
        LocalDate third = LocalDate.of(2024, 5, 3);
        assertThat(List.of(
                        words.days(third, third.plusDays(2)),
                        words.period(third.minusMonths(1), third),
                        words.period(third.minusYears(1), third),
                        words.dayOfYear(MonthDay.from(third)),
                        words.list(List.of("Anna", "Ben", "Cleo"))))
                .containsExactly(days, months, years, day, list);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Lisbon, PT, Lisbonne",
        "fr, Venice, IT, Venise",
        "pl, Paris, FR, Pary\u017c",
        "ja, Tokyo, JP, \u6771\u4eac",
        "zh-CN, Munich, DE, \u6155\u5c3c\u9ed1",
        "de, Copenhagen, DK, Kopenhagen",
        "de, Paris, US, Paris",
        "fr, Bad T\u00f6lz, DE, Bad T\u00f6lz",
        "fr, Somewhere, '', Somewhere",
        "en, Lisbon, PT, Lisbon"
    })
    void townsHaveTheirNamesInTheLanguage(String language, String town, String country, String told) {
        assertThat(new Words(Locale.forLanguageTag(language)).town(new Place(town, "", country)))
                .isEqualTo(told);
    }
}
