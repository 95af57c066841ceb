package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.media.TimeClaim.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DateWriterTest {
    private static final byte[] PLAIN = Pictures.encode("jpg", Pictures.buffered(Pictures.scene(32, 32), 1));
    private static final LocalDateTime TIME = LocalDateTime.of(1985, 7, 14, 15, 30, 7);

    @TempDir
    Path folder;

    private Path photo() throws IOException {
        return Files.write(folder.resolve("a.jpg"), PLAIN);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void isReadAsExactlyAsItWasWritten(Precision precision) throws IOException {
        Path photo = photo();
        assertThat(DateWriter.write(photo, TIME, precision)).isTrue();
        assertThat(DateWriter.write(photo, TIME, precision)).as("once more").isFalse();
        TimeClaim read = MediaReader.read(photo).claims().getFirst();
        assertThat(read.source()).isEqualTo(ClaimSource.SIDECAR);
        assertThat(read.precision()).isEqualTo(precision);
        assertThat(read.local().getYear()).isEqualTo(1985);
        assertThat(Files.readAllBytes(photo)).isEqualTo(PLAIN);
    }

    @Test
    void takesTheplaceOfWhatWasSaidAndLeavesAllElse() throws IOException {
        Path photo = photo();
        RegionWriter.write(photo, List.of(new NamedRegion("Anna", 0.1, 0.1, 0.2, 0.2)));
        DateWriter.write(photo, TIME, Precision.SECOND);
        DateWriter.write(photo, LocalDateTime.of(1986, 1, 1, 12, 0), Precision.YEAR);
        MediaInfo info = MediaReader.read(photo);
        assertThat(info.claims().getFirst().precision()).isEqualTo(Precision.YEAR);
        assertThat(info.capturedAt()).contains(LocalDateTime.of(1986, 1, 1, 12, 0));
        assertThat(info.regions()).extracting(NamedRegion::name).containsExactly("Anna");
    }

    @Test
    void aSidecarThatIsTooLargeStays() throws IOException {
        Path photo = photo();
        DateWriter.write(photo, TIME, Precision.DAY);
        Path sidecar = folder.resolve("a.jpg.xmp");
        String large = Files.readString(sidecar) + " ".repeat(5 << 20);
        Files.writeString(sidecar, large);
        assertThatThrownBy(() -> DateWriter.write(photo, TIME, Precision.YEAR))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("a.jpg.xmp")
                .hasMessageContaining("at most 4 MB");
        assertThat(sidecar).hasContent(large);
    }

    @Test
    void aSidecarThatIsNoneStays() throws IOException {
        Path photo = photo();
        Path sidecar = Files.writeString(folder.resolve("a.jpg.xmp"), "notes of mine");
        assertThatThrownBy(() -> DateWriter.write(photo, TIME, Precision.DAY)).hasMessageContaining("a.jpg.xmp");
        assertThat(sidecar).hasContent("notes of mine");
    }
}
