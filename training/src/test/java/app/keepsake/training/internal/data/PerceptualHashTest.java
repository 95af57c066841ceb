package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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

        assertThat(PerceptualHash.of(photo)
                        .isCopyOf(PerceptualHash.of(Pictures.throughJpeg(photo.scaled(factor), folder))))
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
}
