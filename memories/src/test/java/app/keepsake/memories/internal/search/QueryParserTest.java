package app.keepsake.memories.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.memories.Meanings;
import app.keepsake.memories.ModelMeanings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What words are taken for, in a library of few things, on the first of August 2024, a Thursday. */
final class QueryParserTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);
    private static final SearchedLibrary LIBRARY = new SearchedLibrary(Locale.US);

    /**
     * @param meaning what must hold: labels, with " & " between all that must, " | " between those of which one must, and
     *     "-" before what must not
     * @param unknown words that are nothing here
     */
    record Line(String text, String meaning, String unknown) {
        static Line of(String line) {
            String[] cells = line.split("\t", -1);
            return new Line(cells[0], cells.length > 1 ? cells[1] : "", cells.length > 2 ? cells[2] : "");
        }
    }

    static Stream<Line> lines() throws IOException {
        try (InputStream in = QueryParserTest.class.getResourceAsStream("queries.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Line::of).toList().stream();
        }
    }

    private static String told(Query query) {
        return query.clauses().stream()
                .map(clause -> (clause.without() ? "-" : "")
                        + clause.anyOf().stream().map(Reading::label).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining(" & "));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void wordsMean(Line line) {
        Query query = LIBRARY.parser(new ModelMeanings()).parse(line.text, TODAY, false);
        assertThat(told(query)).isEqualTo(line.meaning);
        assertThat(String.join(", ", query.unknown())).isEqualTo(line.unknown);
    }

    @Test
    void aWordThatIsStillWrittenMeansAllThatBeginsSo() {
        QueryParser parser = LIBRARY.parser(Meanings.NONE);
        assertThat(told(parser.parse("do", TODAY, true))).isEqualTo("documents | dog");
        assertThat(parser.parse("do ", TODAY, true).unknown()).containsExactly("do");
        assertThat(told(parser.parse("dog", TODAY, true))).isEqualTo("dog");
    }

    @Test
    void aMeaningThatIsNotKnownYetKeepsNobodyWaiting() {
        Query query = LIBRARY.parser((phrase, tags) -> Optional.empty()).parse("Anna seaside", TODAY, false);
        assertThat(query.waits()).isTrue();
        assertThat(told(query)).isEqualTo("Anna");
        assertThat(query.unknown()).isEmpty();
    }

    @Test
    void labelsAreInTheLanguageOfTheUser() {
        QueryParser parser = new SearchedLibrary(Locale.GERMANY).parser(Meanings.NONE);
        assertThat(told(parser.parse("dogs in Lisbon last summer", TODAY, false)))
                .isEqualTo("Hund & Lissabon & Sommer 2023");
        assertThat(told(parser.parse("Christmas screenshots", TODAY, false)))
                .isEqualTo("Weihnachten & Bildschirmfotos");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, chiens à Munich, chien & Munich",
        "fr, chat ou chien, chat | chien",
        "es, perro en la nieve, perro & nieve",
        "it, gatti ieri, 'gatto & 31 luglio 2024'",
        "nl, honden zonder sneeuw, hond & -sneeuw",
        "pl, psy zima 2023, pies & Zima 2023/24",
        "pt, cachorro ontem, cachorro & 31 de julho de 2024",
        "ja, \u72ac \u96ea, \u72ac & \u96ea",
        "zh-Hans, \u72d7, \u72d7",
        "fr, dogs, chien"
    })
    void wordsAreThoseOfTheLanguageThatIsSet(String language, String words, String told) {
        QueryParser parser = new SearchedLibrary(Locale.forLanguageTag(language)).parser(Meanings.NONE);
        assertThat(told(parser.parse(words, TODAY, false))).isEqualTo(told);
        assertThat(parser.parse(words, TODAY, false).unknown()).isEmpty();
    }

    @Test
    void partsLieWhereTheirWordsDo() {
        Query query = LIBRARY.parser(Meanings.NONE).parse("  \"New York\" with Anna!", TODAY, false);
        List<Integer> ends = query.clauses().stream()
                .map(clause -> clause.anyOf().getFirst())
                .flatMap(reading -> Stream.of(reading.from(), reading.to()))
                .toList();
        assertThat(ends).containsExactly(2, 12, 18, 23);
    }
}
