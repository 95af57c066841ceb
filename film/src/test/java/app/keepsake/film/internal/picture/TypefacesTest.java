package app.keepsake.film.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.Mood;
import java.awt.Font;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No title shows boxes: the letters of all languages that titles are told in are in typefaces that come along. */
final class TypefacesTest {
    private static final List<String> LATIN = List.of(
            "Drei Tage in Köln, Straße und Ärger",
            "L’œuvre d’été à Nîmes, ça et là",
            "¿Dónde está el niño? ¡Aquí!",
            "Città più bella, così è",
            "Lembrança de verão à beira-mar, avó",
            "Zażółć gęślą jaźń, Łódź – Kraków");

    static Stream<Mood> moods() {
        return Mood.names().stream().map(Mood::named);
    }

    private static Font face(String name, String text) {
        return Typefaces.get(name, 40, 0, text);
    }

    @ParameterizedTest
    @MethodSource("moods")
    void haveTheLettersOfAllLanguages(Mood mood) {
        for (String name : List.of(mood.look().titleFont(), mood.look().textFont())) {
            String usual = face(name, "A").getFontName();
            for (String text : LATIN) {
                assertThat(face(name, text).getFontName())
                        .as("%s: %s", name, text)
                        .isEqualTo(usual);
            }
            assertThat(face(name, "リスボンの三日間").getFontName()).startsWith("Noto Sans JP");
            assertThat(face(name, "里斯本的三天 · 2024年5月").getFontName()).startsWith("Noto Sans SC");
        }
    }
}
