package app.keepsake.memories.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

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
        "fr-FR, United Kingdom, the United Kingdom"
    })
    void countriesStandWithTheirArticle(String language, String place, String within) {
        assertThat(new Words(Locale.forLanguageTag(language)).within(place)).isEqualTo(within);
    }
}
