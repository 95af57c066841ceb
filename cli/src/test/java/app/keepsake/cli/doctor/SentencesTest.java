package app.keepsake.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SentencesTest {
    private static final Finding FINDING = Finding.ill(
            "work", "work.failed", Finding.Words.of("work.film"), Finding.Words.of("ago.minutes", 5), "No room.");

    private static Map<String, String> bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                SentencesTest.class.getResourceAsStream(name + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(Function.identity(), texts::getProperty));
    }

    @Test
    void speakTheLanguageThatIsAskedFor() {
        Sentences german = new Sentences(Locale.GERMANY);
        assertThat(german.of(FINDING)).isEqualTo("Einen Film rendern: gescheitert vor 5 Minuten. No room.");
        assertThat(german.language()).isEqualTo("de");
        assertThat(german.of(Finding.note("problems", "problem", 1234, "expected a JPEG")))
                .isEqualTo("1.234 Dateien waren nicht lesbar: expected a JPEG");
    }

    @Test
    void areEnglishWhereThereIsNoOtherLanguage() {
        Sentences french = new Sentences(Locale.FRANCE);
        assertThat(french.of(FINDING)).isEqualTo("Rendering a film: failed 5 minutes ago. No room.");
        assertThat(french.language()).isEqualTo("en");
        assertThat(french.of(Finding.well("folders", "folders.none"))).contains("the app's settings");
    }

    @Test
    void areThereForEachKeyInEachLanguage() throws IOException {
        Map<String, String> english = bundle("findings");
        Map<String, String> german = bundle("findings_de");
        assertThat(german).containsOnlyKeys(english.keySet());
        english.forEach(
                (key, text) -> assertThat(values(german.get(key))).as(key).isEqualTo(values(text)));
    }

    /** How many values a sentence takes. */
    private static int values(String text) {
        return new MessageFormat(text).getArgumentNames().size();
    }
}
