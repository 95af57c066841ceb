package app.keepsake.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.MediaType;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Likeness;
import app.keepsake.vision.PhotoQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleLibraryTest {
    @TempDir
    static Path folder;

    private static SampleLibrary.Contents contents;

    @BeforeAll
    static void create() throws IOException {
        contents = SampleLibrary.create(folder, share -> {});
    }

    @Test
    void everyFileTellsWhenItWasTaken() throws IOException {
        assertThat(contents.photos()).isGreaterThan(40);
        assertThat(contents.clips()).isEqualTo(2);
        List<Path> files = files();
        assertThat(files).hasSize(contents.photos() + 2 * contents.clips());
        for (Path file : files) {
            if (!file.toString().endsWith(".xmp")) {
                MediaInfo info = MediaReader.read(file);
                assertThat(info.capturedAt()).as("%s", file).isPresent();
                assertThat(info.utcOffset()).as("%s", file).isPresent();
                assertThat(info.timeSource().orElseThrow())
                        .as("%s", file)
                        .isEqualTo(info.type().isVideo() ? "XMP" : "EXIF");
            }
        }
    }

    @Test
    void theTripLastsThreeDays() throws IOException {
        long days = files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.contains("_202509"))
                .map(name -> name.substring(4, 12))
                .filter(day -> day.compareTo("20250912") >= 0)
                .distinct()
                .count();

        assertThat(days).isEqualTo(3);
    }

    @Test
    void photosCarryPlaceAndZone() throws IOException {
        MediaInfo bridge = MediaReader.read(folder.resolve("IMG_20250912_140512.jpg"));

        assertThat(bridge.type()).isEqualTo(MediaType.JPEG);
        assertThat(bridge.capturedAt()).contains(LocalDateTime.of(2025, 9, 12, 14, 5, 12));
        assertThat(bridge.utcOffset()).contains(ZoneOffset.ofHours(2));
        assertThat(bridge.camera()).contains("Keepsake Sample camera");
        assertThat(bridge.location().orElseThrow().latitude()).isCloseTo(45.43403, within(1e-5));
        assertThat(bridge.location().orElseThrow().longitude()).isCloseTo(12.34087, within(1e-5));
        MediaInfo concert = MediaReader.read(folder.resolve("IMG_20250329_204553.jpg"));
        assertThat(concert.location().orElseThrow().longitude()).isCloseTo(-0.14260, within(1e-5));
    }

    @Test
    void clipsHaveSoundAndTheirOwnMoment() throws IOException {
        MediaInfo clip = MediaReader.read(folder.resolve("VID_20250913_185830.mp4"));

        assertThat(clip.hasAudio()).isTrue();
        assertThat(clip.duration()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(clip.capturedAt().map(LocalDateTime::toLocalDate)).contains(LocalDate.of(2025, 9, 13));
        assertThat(clip.location().orElseThrow().latitude()).isCloseTo(45.48510, within(1e-5));
    }

    @Test
    void theShakenShotIsBlurredAndTheBurstAlike() throws IOException {
        assertThat(PhotoQuality.of(decoded("IMG_20250912_140512.jpg"), List.of())
                        .isBlurred())
                .isFalse();
        assertThat(PhotoQuality.of(decoded("IMG_20250912_140507.jpg"), List.of())
                        .isBlurred())
                .isTrue();
        Likeness canal = Likeness.of(decoded("IMG_20250913_185103.jpg"));
        assertThat(canal.isNear(Likeness.of(decoded("IMG_20250913_185106.jpg"))))
                .isTrue();
        assertThat(canal.isNear(Likeness.of(decoded("IMG_20250913_185108.jpg"))))
                .isTrue();
    }

    @Test
    void makesTheSamePhotosAgain(@TempDir Path second) throws IOException {
        Files.copy(folder.resolve("VID_20250913_185830.mp4"), second.resolve("VID_20250913_185830.mp4"));
        Files.copy(folder.resolve("VID_20250913_185830.mp4.xmp"), second.resolve("VID_20250913_185830.mp4.xmp"));
        Files.copy(folder.resolve("VID_20250614_215216.mp4"), second.resolve("VID_20250614_215216.mp4"));
        Files.copy(folder.resolve("VID_20250614_215216.mp4.xmp"), second.resolve("VID_20250614_215216.mp4.xmp"));
        SampleLibrary.create(second, share -> {});

        for (Path file : files()) {
            assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    private static RgbImage decoded(String name) throws IOException {
        return PhotoDecoder.create().decode(folder.resolve(name), 1024);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
