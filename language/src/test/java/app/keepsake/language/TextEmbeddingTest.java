package app.keepsake.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
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
    void theWeightsAreThoseThatWereMeasured() throws Exception {
        try (InputStream in = TextEmbedding.class.getClassLoader().getResourceAsStream("all-minilm-l6-v2-q.onnx")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1");
        }
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
