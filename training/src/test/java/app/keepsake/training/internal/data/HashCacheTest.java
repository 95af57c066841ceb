package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HashCacheTest {
    @TempDir
    private Path folder;

    @Test
    void remembersPhotosAndWhatIsNone() throws IOException {
        Path photo = folder.resolve("a.png");
        BufferedImage image = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillOval(20, 10, 50, 30);
        ImageIO.write(image, "png", photo.toFile());
        Path none = Files.writeString(folder.resolve("b.jpg"), "no photo");
        Path file = folder.resolve("hashes.tsv");
        Optional<PerceptualHash> first;
        try (HashCache cache = new HashCache(file)) {
            first = cache.of(photo);
            assertThat(cache.of(none)).isEmpty();
        }

        try (HashCache cache = new HashCache(file)) {
            assertThat(cache.of(photo)).isEqualTo(first).isPresent();
            assertThat(cache.of(none)).isEmpty();
        }
        assertThat(Files.readAllLines(file)).hasSize(2);
    }
}
