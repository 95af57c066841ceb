package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real cameras and programs wrote. */
final class CameraFilesTest {
    private static final Offset<Double> NEAR = Offset.offset(0.01);

    @TempDir
    Path folder;

    @Test
    void turnsFacesWithTheirPhoto() throws MediaException {
        MediaInfo upright = MediaReader.read(SharedFiles.file("immich/metadata/faces/portrait.jpg"));
        MediaInfo turned = MediaReader.read(SharedFiles.file("immich/metadata/faces/portrait-orientation-6.jpg"));
        assertThat(turned.width()).isEqualTo(upright.width()).isEqualTo(840);
        assertThat(turned.regions()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            NamedRegion one = upright.regions().get(i);
            NamedRegion other = turned.regions().get(i);
            assertThat(other.name()).isEqualTo(one.name());
            assertThat(other.x()).isCloseTo(one.x(), NEAR);
            assertThat(other.y()).isCloseTo(one.y(), NEAR);
            assertThat(other.width()).isCloseTo(one.width(), NEAR);
        }
    }

    @Test
    void readsSidecarsOfCopies() throws IOException {
        String tree = "takeout-immich-go/Takeout3/Photos from 2023/";
        for (String name : List.of("DSC_0238.JPG(1).json", "DSC_0238.JPG.json")) {
            Files.copy(SharedFiles.file(tree + name), folder.resolve(name));
        }
        for (String name : List.of("DSC_0238(1).JPG", "DSC_0238.JPG", "DSC_0238-edited.JPG")) {
            Path photo = Files.write(folder.resolve(name), Pictures.jpeg(Pictures.scene(32, 32), false));
            assertThat(MediaReader.read(photo).timeSource()).as(name).contains("Takeout");
        }
        Path other = Files.write(folder.resolve("DSC_0239.JPG"), Pictures.jpeg(Pictures.scene(32, 32), false));
        assertThat(MediaReader.read(other).timeSource()).contains("file time");
    }

    @Test
    void prefersTheOwnersSidecar() throws IOException {
        Path photo = folder.resolve("photo.jpg");
        Files.copy(SharedFiles.file("immich/tanners_ridge.jpg"), photo);
        MediaInfo alone = MediaReader.read(photo);
        Files.copy(SharedFiles.file("immich/metadata/xmp/dates/2010.xmp"), folder.resolve("photo.jpg.xmp"));
        MediaInfo corrected = MediaReader.read(photo);
        assertThat(alone.timeSource()).contains("EXIF");
        assertThat(corrected.timeSource()).contains("XMP");
        assertThat(corrected.capturedAt().orElseThrow().getYear()).isEqualTo(2010);
    }

    @Test
    void readsPhonesClips() throws MediaException {
        MediaInfo clip = MediaReader.read(SharedFiles.file("metadata-extractor/with-gps.mov"));
        assertThat(clip.type()).isEqualTo(MediaType.QUICKTIME);
        assertThat(clip.height()).isGreaterThan(clip.width());
        assertThat(clip.camera()).contains("Apple iPhone 6");
        assertThat(clip.location().orElseThrow().latitude()).isCloseTo(32.0929, NEAR);
        assertThat(clip.capturedAt()).contains(LocalDateTime.of(2019, 7, 24, 11, 25, 40));
        assertThat(clip.utcOffset()).contains(ZoneOffset.ofHours(3));
        assertThat(clip.hasAudio()).isTrue();
        try (VideoReader reader = VideoReader.open(SharedFiles.file("metadata-extractor/with-gps.mov"), 284)) {
            assertThat(reader.width()).isEqualTo(160);
            assertThat(reader.height()).isEqualTo(284);
            reader.seek(Duration.ofSeconds(2));
            assertThat(reader.nextFrame().orElseThrow().time())
                    .isBetween(Duration.ofMillis(1960), Duration.ofMillis(2000));
        }
    }

    @Test
    void takesLivePhotoIdentifiers() throws MediaException {
        long found = 0;
        for (Path file : SharedFiles.media()) {
            try {
                found += MediaReader.read(file).livePhotoId().isPresent() ? 1 : 0;
            } catch (MediaException e) {
                assertThat(e.reason()).startsWith("expected");
            }
        }
        assertThat(found).isPositive();
    }
}
