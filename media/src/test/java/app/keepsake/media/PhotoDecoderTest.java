package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.internal.Orientation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhotoDecoderTest {
    private static final RgbImage SCENE = Pictures.scene(320, 200);

    private final PhotoDecoder decoder = PhotoDecoder.create();

    @TempDir
    Path folder;

    private RgbImage decode(byte[] bytes, int longSide) throws IOException {
        return decoder.decode(Files.write(folder.resolve("photo"), bytes), longSide);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void decodesJpegAtEveryScale(boolean progressive) throws IOException {
        RgbImage large = Pictures.scene(1600, 1000);
        byte[] jpeg = Pictures.jpeg(large, progressive);
        for (int longSide : new int[] {100, 201, 320, 410, 800, 1599, 1600, 5000}) {
            RgbImage small = decode(jpeg, longSide);
            int width = Math.min(1600, longSide);
            assertThat(small.width()).isEqualTo(width);
            assertThat(small.height()).isEqualTo((int) Math.round(width * 0.625));
            RgbImage expected = Pictures.scene(small.width(), small.height());
            assertThat(Pictures.difference(small, expected))
                    .as("long side %d", longSide)
                    .isLessThan(2);
        }
    }

    @Test
    void readsAPngThatIsLargerThanTheMemoryRowByRow() throws IOException {
        RgbImage large = Pictures.scene(2400, 1760);
        new Random(1).nextBytes(large.pixels());
        for (int i = 0; i < large.pixels().length; i += 3) {
            large.pixels()[i] = (byte) 200;
        }
        byte[] png = Pictures.encode("png", Pictures.buffered(large, BufferedImage.TYPE_3BYTE_BGR));
        assertThat(png.length).as("large enough for care").isGreaterThan(8 << 20);
        Path file = Files.write(folder.resolve("large.png"), png);
        RgbImage small = PhotoDecoder.create(DecodingMemory.of(4 << 20)).decode(file, 200);
        assertThat(small.width()).isEqualTo(200);
        assertThat(small.height()).isEqualTo(147);
        assertThat(small.pixels()[3 * (70 * 200 + 100)] & 0xFF).isBetween(195, 205);
    }

    @ParameterizedTest
    @CsvSource({"png,3BYTE", "png,ARGB", "gif,INDEXED", "tiff,3BYTE", "jpeg,GREY", "png,GREY", "png,GREY16", "tiff,GREY"
    })
    void decodesWhatTheJdkWrites(String format, String kind) throws IOException {
        int type = switch (kind) {
            case "ARGB" -> BufferedImage.TYPE_4BYTE_ABGR;
            case "INDEXED" -> BufferedImage.TYPE_BYTE_INDEXED;
            case "GREY" -> BufferedImage.TYPE_BYTE_GRAY;
            case "GREY16" -> BufferedImage.TYPE_USHORT_GRAY;
            default -> BufferedImage.TYPE_3BYTE_BGR;
        };
        BufferedImage image = Pictures.buffered(SCENE, type);
        byte[] file = Pictures.encode(format, image);
        RgbImage expected = stored(image, kind);
        assertThat(Pictures.difference(decode(file, 320), expected)).isLessThan(2);
        assertThat(decode(file, 160).height()).isEqualTo(100);
        MediaInfo info = MediaReader.read(folder.resolve("photo"));
        assertThat(info.width()).isEqualTo(320);
        assertThat(info.height()).isEqualTo(200);
    }

    /** Grey levels as stored: the JDK's own conversion takes grey for linear light. */
    private static RgbImage stored(BufferedImage image, String kind) {
        RgbImage expected = RgbImage.black(image.getWidth(), image.getHeight());
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            int grey = image.getRaster().getSample(x, y, 0) >> (kind.equals("GREY16") ? 8 : 0);
            for (int c = 0; c < 3; c++) {
                int level = kind.startsWith("GREY") ? grey : image.getRGB(x, y) >> (16 - 8 * c);
                expected.pixels()[3 * i + c] = (byte) level;
            }
        }
        return expected;
    }

    @Test
    void decodesPlanesOfTheSameNumber() throws IOException {
        byte[] jpeg = Pictures.jpeg(SCENE, false);
        byte[] same = jpeg.clone();
        for (int at = 2; at + 14 < same.length; at++) {
            boolean frame = same[at] == (byte) 0xFF && same[at + 1] == (byte) 0xC0;
            boolean scan = same[at] == (byte) 0xFF && same[at + 1] == (byte) 0xDA;
            for (int plane = 0; plane < 3 && (frame || scan); plane++) {
                same[at + (frame ? 10 + 3 * plane : 5 + 2 * plane)] = 1;
            }
            if (scan) {
                break;
            }
        }
        assertThat(same).isNotEqualTo(jpeg);
        assertThat(Pictures.difference(decode(same, 320), decode(jpeg, 320))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiles", "JPEG", "LZW", "Deflate", "PackBits"})
    void decodesTiffsOfAllKinds(String kind) throws IOException {
        ImageWriteParam settings = Pictures.writer("tiff").getDefaultWriteParam();
        if (kind.equals("tiles")) {
            settings.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setTiling(64, 64, 0, 0);
        } else {
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType(kind);
        }
        BufferedImage image = Pictures.buffered(SCENE, BufferedImage.TYPE_3BYTE_BGR);
        byte[] file = Pictures.encode("tiff", image, settings);
        assertThat(Pictures.difference(decode(file, 320), SCENE)).isLessThan(3);
    }

    @Test
    void putsTransparencyOnWhite() throws IOException {
        BufferedImage clear = new BufferedImage(8, 8, BufferedImage.TYPE_4BYTE_ABGR);
        clear.setRGB(0, 0, 0xFF102030);
        clear.setRGB(1, 0, 0x80000000);
        RgbImage image = decode(Pictures.encode("png", clear), 8);
        assertThat(image.pixels()).startsWith(0x10, 0x20, 0x30, 127, 127, 127, 255, 255, 255);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsUpright(int exif) throws IOException {
        // Turning a quarter left undoes a quarter right; every other case undoes itself.
        Orientation undo = Orientation.ofExif(exif == 6 ? 8 : exif == 8 ? 6 : exif);
        byte[] jpeg = Pictures.jpeg(undo.apply(SCENE), false);
        byte[] marked = Pictures.withSegment(jpeg, 0xE1, Pictures.exifOrientation(exif));
        assertThat(Pictures.difference(decode(marked, 320), SCENE)).isLessThan(3);
        MediaInfo info = MediaReader.read(folder.resolve("photo"));
        assertThat(info.width()).isEqualTo(320);
        assertThat(info.height()).isEqualTo(200);
    }

    @Test
    void decodesPhonesHeif() throws IOException {
        RgbImage sign = decoder.decode(SharedFiles.file("metadata-extractor/IMG_2927.HEIC"), 400);
        assertThat(sign.width()).isEqualTo(300);
        assertThat(sign.height()).isEqualTo(400);
        // The sign is white with a red ring; stitching or turning it wrongly moves both.
        assertThat(levels(sign, 100, 90))
                .satisfies(rgb ->
                        assertThat(Arrays.stream(rgb).min().orElseThrow()).isGreaterThan(120));
        RgbImage turned = decoder.decode(SharedFiles.file("photoview/subsec_timezone.heic"), 400);
        assertThat(turned.height()).isEqualTo(400);
    }

    private static int[] levels(RgbImage image, int x, int y) {
        int at = (y * image.width() + x) * 3;
        return new int[] {image.pixels()[at] & 0xFF, image.pixels()[at + 1] & 0xFF, image.pixels()[at + 2] & 0xFF};
    }

    @Test
    void writesJpegsThatItReads() throws IOException {
        Path file = folder.resolve("poster.jpg");
        JpegWriter.write(SCENE, file, 0.95f);
        assertThat(Pictures.difference(decoder.decode(file, 320), SCENE)).isLessThan(2);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
