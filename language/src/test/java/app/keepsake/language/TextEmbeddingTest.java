package app.keepsake.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextEmbeddingTest {
    private static final TextEmbedding EMBEDDING = TextEmbedding.open();

    private static double likeness(String a, String b) {
        return TextEmbedding.likeness(EMBEDDING.of(a), EMBEDDING.of(b));
    }

    /** As ONNX Runtime computes it, which rounds what goes between layers to 8 bits. */
    @ParameterizedTest
    @CsvSource({"seaside, beach, 0.713", "seaside, dog, 0.206"})
    void likenessIsThatOfTheReference(String a, String b, double expected) {
        assertThat(likeness(a, b)).isCloseTo(expected, within(0.03));
    }

    @Test
    void vectorsHaveLengthOne() {
        float[] vector = EMBEDDING.of("two children and a kite");
        assertThat(vector).hasSize(384);
        assertThat(TextEmbedding.likeness(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void caseAndAccentsMakeNoDifference() {
        assertThat(EMBEDDING.of("Café NAÏVE")).isEqualTo(EMBEDDING.of("cafe naive"));
    }

    @Test
    void orderMatters() {
        assertThat(likeness("a dog bites a man", "a man bites a dog")).isLessThan(0.9999);
    }

    @Test
    void emptyAndEndlessTextsAreEmbeddedToo() {
        assertThat(EMBEDDING.of("")).doesNotContain(Float.NaN);
        assertThat(EMBEDDING.of("walk ".repeat(1000))).doesNotContain(Float.NaN);
    }
}
