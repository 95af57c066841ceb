package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PerceptualHashTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.73, 1.5})
    void findsCopiesOfOtherSizesAndCompression(double factor) throws IOException {
        Pixels photo = Pictures.noise(320, 240, 5);

        assertThat(PerceptualHash.of(photo).isCopyOf(PerceptualHash.of(throughJpeg(photo.scaled(factor)))))
                .isTrue();
    }

    @Test
    void tellsOtherPicturesApart() {
        PerceptualHash first = PerceptualHash.of(Pictures.noise(320, 240, 0));
        for (int seed = 1; seed < 30; seed++) {
            assertThat(first.isCopyOf(PerceptualHash.of(Pictures.noise(320, 240, seed))))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    private Pixels throughJpeg(Pixels photo) throws IOException {
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < photo.width() * photo.height(); i++) {
            int rgb = photo.at(3 * i) << 16 | photo.at(3 * i + 1) << 8 | photo.at(3 * i + 2);
            image.setRGB(i % photo.width(), i / photo.width(), rgb);
        }
        Path file = folder.resolve("copy.jpg");
        ImageIO.write(image, "jpg", file.toFile());
        return PhotoReader.read(file).orElseThrow();
    }
}
