package app.keepsake.training.internal.texts;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.TextReader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TextEvaluationTest {
    @Test
    void mostWordsOfBoardsAreReadAloneAndInPictures() {
        try (TextReader reader = TextReader.open(EngineOptions.defaults())) {
            TextEvaluation alone = new TextEvaluation(reader);
            TextEvaluation set = new TextEvaluation(reader);
            for (int i = 0; i < Board.ALL.size(); i += 4) {
                Board board = Board.ALL.get(i);
                alone.picture(board.alone(i), board.words());
                set.picture(board.on(meadow(i), i), board.words());
            }
            assertThat(alone.written()).isGreaterThan(25);
            assertThat(alone.found()).as("missed: %s", alone.missed()).isGreaterThan(alone.written() * 9 / 10);
            assertThat(set.found()).as("missed: %s", set.missed()).isGreaterThan(set.written() * 8 / 10);
        }
    }

    @Test
    void comparesWordsAsSearchingDoes() {
        assertThat(TextEvaluation.plain("»Straße,")).isEqualTo("strasse");
        assertThat(TextEvaluation.plain("CAFÉ")).isEqualTo("cafe");
    }

    /** A sky above a meadow with grain. */
    private static RgbImage meadow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RgbImage image = RgbImage.black(1024, 768);
        for (int i = 0; i < image.pixels().length; i++) {
            int y = i / 3 / image.width();
            int base = y < 350 ? 120 + 40 * (i % 3) : 130 - 45 * (i % 3);
            image.pixels()[i] = (byte) (base + y / 16 + random.nextInt(40));
        }
        return image;
    }
}
