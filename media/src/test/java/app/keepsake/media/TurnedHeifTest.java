package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEIFs that a program turned by unlinking the container's turn and setting EXIF's. */
final class TurnedHeifTest {
    @ParameterizedTest
    @ValueSource(strings = {"freeonly.heic", "indexzero.heic", "windows.heic"})
    void turnsByExifWhereTheContainerSaysNothing(String name) throws MediaException {
        var file = SharedCases.file("heic-rotated-in-windows-photos/" + name);
        MediaInfo info = MediaReader.read(file);
        assertThat(info.width()).isEqualTo(134);
        assertThat(info.height()).isEqualTo(100);
        assertThat(info.camera()).contains("Apple iPhone 13 Pro");
        RgbImage image = PhotoDecoder.create().decode(file, 1000);
        assertThat(image.width()).isEqualTo(134);
        assertThat(image.height()).isEqualTo(100);
        RgbImage other =
                PhotoDecoder.create().decode(SharedCases.file("heic-rotated-in-windows-photos/freeonly.heic"), 1000);
        assertThat(image.pixels()).isEqualTo(other.pixels());
    }
}
