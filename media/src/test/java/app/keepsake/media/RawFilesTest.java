package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a camera's raw file the largest JPEG in it is the picture, turned once. */
final class RawFilesTest {
    @TempDir
    Path folder;

    private final PhotoDecoder decoder = PhotoDecoder.create();

    @Test
    void showsTheLargestPictureInEachKind() throws IOException {
        for (Map.Entry<String, byte[]> each : RawFiles.all().entrySet()) {
            Path file = Files.write(folder.resolve("a." + each.getKey()), each.getValue());
            MediaInfo info = MediaReader.read(file);
            assertThat(info.type()).as(each.getKey()).isEqualTo(MediaType.RAW);
            assertThat(info.width()).as(each.getKey()).isEqualTo(640);
            assertThat(info.height()).as(each.getKey()).isEqualTo(400);
            assertThat(Pictures.difference(RawFiles.SCENE, decoder.decode(file, 1000)))
                    .as(each.getKey())
                    .isLessThan(2);
            assertThat(MediaLimits.weigh(file, 1000)).as(each.getKey()).isBetween(1000L, 100L << 20);
        }
    }

    @Test
    void tellsCameraAndTime() throws IOException {
        for (String kind : new String[] {"cr3", "orf"}) {
            Path file = Files.write(folder.resolve("b." + kind), RawFiles.all().get(kind));
            MediaInfo info = MediaReader.read(file);
            assertThat(info.camera()).as(kind).contains("Maker Tiny 1");
            assertThat(info.capturedAt()).as(kind).contains(LocalDateTime.parse("2021-05-12T12:21:21"));
            assertThat(info.utcOffset()).as(kind).contains(ZoneOffset.ofHours(2));
        }
        Path panasonic = Files.write(folder.resolve("b.rw2"), RawFiles.all().get("rw2"));
        assertThat(MediaReader.read(panasonic).camera()).contains("Maker Tiny 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dng", "cr3", "raf"})
    void turnsThePictureOnce(String kind) throws IOException {
        byte[] turned = RawFiles.turned(6);
        byte[] raw = switch (kind) {
            case "dng" -> RawFiles.dng(turned, 6);
            case "cr3" -> RawFiles.cr3(6);
            default -> RawFiles.raf(turned);
        };
        Path file = Files.write(folder.resolve("turned." + kind), raw);
        MediaInfo info = MediaReader.read(file);
        assertThat(info.width()).isEqualTo(400);
        assertThat(info.height()).isEqualTo(640);
        Path alone = Files.write(folder.resolve("alone.jpg"), turned);
        assertThat(Pictures.difference(decoder.decode(alone, 1000), decoder.decode(file, 1000)))
                .isZero();
    }

    @Test
    void saysWhenThereIsNoPictureWorthShowing() throws IOException {
        byte[] sensorAlone = new TinyTiff.Directory()
                .shorts(0x0106, 32_803)
                .data(0x0111, 0x0117, new byte[100])
                .file(ByteOrder.LITTLE_ENDIAN);
        Path none = Files.write(folder.resolve("none.dng"), sensorAlone);
        assertThatThrownBy(() -> MediaReader.read(none))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("found none in it. Develop it to JPEG");
        byte[] small = RawFiles.raf(Pictures.jpeg(Pictures.scene(160, 120), false));
        Path thumbnail = Files.write(folder.resolve("small.raf"), small);
        assertThatThrownBy(() -> decoder.decode(thumbnail, 1000))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("found one of 160 x 120");
    }

    @Test
    void tellsOfASmallPicture() throws IOException {
        Path small = Files.write(folder.resolve("small.raf"), RawFiles.raf(RawFiles.turned(1)));
        assertThat(MediaReader.read(small).details().smallPreview()).isTrue();
        byte[] picture = Pictures.jpeg(Pictures.scene(1000, 600), false);
        Path large = Files.write(folder.resolve("large.raf"), RawFiles.raf(picture));
        assertThat(MediaReader.read(large).details().smallPreview()).isFalse();
    }

    @Test
    void takesATiffForWhatItIs() throws IOException {
        byte[] jpeg = Pictures.jpeg(Pictures.scene(64, 40), false);
        byte[] tiff = new TinyTiff.Directory()
                .shorts(0x0100, 64)
                .shorts(0x0101, 40)
                .shorts(0x0106, 2)
                .data(0x0201, 0x0202, jpeg)
                .file(ByteOrder.LITTLE_ENDIAN);
        assertThat(MediaReader.read(Files.write(folder.resolve("scan.tif"), tiff))
                        .type())
                .isEqualTo(MediaType.TIFF);
    }

    @Test
    void bearsDirectoriesThatGoInCircles() throws IOException {
        byte[] raw = RawFiles.dng(RawFiles.turned(1), 1);
        int count = raw[8] & 0xFF;
        // The next directory is the first again.
        raw[10 + 12 * count] = 8;
        Path file = Files.write(folder.resolve("circle.dng"), raw);
        assertThat(decoder.decode(file, 1000).width()).isEqualTo(640);
    }

    @Test
    void bearsDamage() throws IOException {
        Random random = new Random(7);
        for (Map.Entry<String, byte[]> each : RawFiles.all().entrySet()) {
            for (int i = 0; i < 60; i++) {
                byte[] damaged = each.getValue().clone();
                for (int bit = 0; bit < 1 + random.nextInt(8); bit++) {
                    damaged[random.nextInt(i % 2 == 0 ? 200 : damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                if (i % 5 == 0) {
                    damaged = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
                }
                Path file = Files.write(folder.resolve(i + "." + each.getKey()), damaged);
                try {
                    MediaInfo ignored = MediaReader.read(file);
                    RgbImage picture = decoder.decode(file, 300);
                    assertThat(Math.max(picture.width(), picture.height())).isPositive();
                } catch (MediaException told) {
                    assertThat(told.reason()).isNotEmpty();
                }
            }
        }
    }
}
