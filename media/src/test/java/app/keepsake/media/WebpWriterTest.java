package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebpWriterTest {
    @TempDir
    private Path folder;

    /** Red grows to the right, green downward, blue is everywhere the same. */
    private static RgbImage slopes(int width, int height) {
        RgbImage image = RgbImage.black(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 3 * (y * width + x);
                image.pixels()[at] = (byte) (255 * x / width);
                image.pixels()[at + 1] = (byte) (255 * y / height);
                image.pixels()[at + 2] = 90;
            }
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"400, 300", "1, 1", "33, 257", "1600, 1067"})
    void whatIsWrittenIsReadAgain(int width, int height) throws MediaException {
        RgbImage image = slopes(width, height);
        Path file = folder.resolve("small.webp");
        WebpWriter.write(image, file, 0.75f);
        RgbImage read = PhotoDecoder.create().decode(file, Math.max(width, height));
        assertThat(read.width()).isEqualTo(width);
        assertThat(read.height()).isEqualTo(height);
        double sum = 0;
        for (int i = 0; i < image.pixels().length; i++) {
            sum += Math.abs((image.pixels()[i] & 0xFF) - (read.pixels()[i] & 0xFF));
        }
        assertThat(sum / image.pixels().length).isLessThan(4);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void lowerQualityIsSmaller() throws Exception {
        Path good = folder.resolve("good.webp");
        Path poor = folder.resolve("poor.webp");
        WebpWriter.write(slopes(400, 300), good, 0.95f);
        WebpWriter.write(slopes(400, 300), poor, 0.2f);
        assertThat(Files.size(poor)).isLessThan(Files.size(good));
    }

    @Test
    void whatCannotBeWrittenIsNamed() {
        Path file = folder.resolve("nowhere").resolve("small.webp");
        assertThatThrownBy(() -> WebpWriter.write(slopes(8, 8), file, 0.75f))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("small.webp");
    }
}
