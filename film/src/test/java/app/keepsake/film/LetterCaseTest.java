package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LetterCaseTest {
    @Test
    void isTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(Mood.LetterCase.UPPER.of("Lisbon in spring")).isEqualTo("LISBON IN SPRING");
            assertThat(Mood.LetterCase.LOWER.of("ISTRIA")).isEqualTo("istria");
        } finally {
            Locale.setDefault(before);
        }
    }
}
