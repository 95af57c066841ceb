package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and clips that hold more light than is shown say so, and come in the usual range. */
final class HdrTest {
    private static final int SIDE = 16;

    @TempDir
    Path folder;

    private final PhotoDecoder decoder = PhotoDecoder.create();

    @ParameterizedTest
    @CsvSource({"16, PQ, 0.58", "18, HLG, 0.75"})
    void rollsOffPicturesOfMuchLight(int transfer, HdrKind kind, double white) throws IOException {
        // Middle grey and diffuse white have these signals by BT.2408.
        Path grey = Files.write(folder.resolve("grey.png"), png(transfer, 9, 0.38, 0.38, 0.38));
        assertThat(MediaReader.read(grey).details().hdr()).contains(kind);
        assertNear(decoder.decode(grey, 100), 98, 112);
        Path bright = Files.write(folder.resolve("white.png"), png(transfer, 9, white, white, white));
        assertNear(decoder.decode(bright, 100), 205, 245);
        Path usual = Files.write(folder.resolve("usual.png"), png(13, 1, white, white, white));
        assertThat(MediaReader.read(usual).details().hdr()).isEmpty();
        assertNear(decoder.decode(usual, 100), (int) (255 * white) - 1, (int) (255 * white) + 2);
    }

    @Test
    void takesColoursForSharesOfThePrimariesThatAreTold() throws IOException {
        // A red of sRGB, as shares of each: BT.2087 and SMPTE EG 432-1.
        int[] of709 = first(decoder.decode(Files.write(folder.resolve("a.png"), png(16, 1, 0.5, 0.2, 0.2)), 100));
        int[] ofP3 = first(decoder.decode(Files.write(folder.resolve("b.png"), png(16, 12, 0.5, 0.2, 0.2)), 100));
        int[] of2020 = first(decoder.decode(Files.write(folder.resolve("c.png"), png(16, 9, 0.5, 0.2, 0.2)), 100));
        // The wider the primaries, the stronger the same shares: more red, less green.
        assertThat(ofP3[0]).isGreaterThan(of709[0]);
        assertThat(of2020[0]).isGreaterThan(ofP3[0]);
        assertThat(ofP3[1]).isLessThan(of709[1]);
    }

    @Test
    void tellsGainMapsOfJpegs() throws IOException {
        byte[] plain = Pictures.jpeg(Pictures.scene(64, 40), false);
        assertThat(hdr("plain.jpg", plain)).isNull();
        byte[] android = xmp("<x xmlns:hdrgm='http://ns.adobe.com/hdr-gain-map/1.0/' hdrgm:Version='1.0'/>");
        assertThat(hdr("android.jpg", Pictures.withSegment(plain, 0xE1, android)))
                .isEqualTo(HdrKind.GAIN_MAP);
        byte[] iso = "urn:iso:std:iso:ts:21496:-1\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
        assertThat(hdr("iso.jpg", Pictures.withSegment(plain, 0xE2, iso))).isEqualTo(HdrKind.GAIN_MAP);
        byte[] map = Pictures.withSegment(plain, 0xE1, xmp("<x xmlns:a='http://ns.apple.com/HDRGainMap/1.0/'/>"));
        assertThat(hdr("apple.jpg", withSecond(plain, map))).isEqualTo(HdrKind.APPLE_GAIN_MAP);
        assertThat(hdr("stereo.jpg", withSecond(plain, plain))).isNull();
        // What is shown is the usual picture.
        assertThat(Pictures.difference(
                        decoder.decode(folder.resolve("plain.jpg"), 64),
                        decoder.decode(folder.resolve("apple.jpg"), 64)))
                .isZero();
    }

    @Test
    void tellsGainMapsOfPhones() throws IOException {
        Path photo = SharedFiles.file("photoview/subsec_timezone.heic");
        assertThat(MediaReader.read(photo).details().hdr()).contains(HdrKind.GAIN_MAP);
    }

    @ParameterizedTest
    @CsvSource({"smpte2084, PQ", "arib-std-b67, HLG"})
    void rollsOffClipsOfMuchLight(String transfer, HdrKind kind) throws Exception {
        // 38 % of the signal in narrow range: 64 + 0.38 * 876.
        Path clip = folder.resolve("clip.mkv");
        List<String> words = List.of(
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=c=gray:s=64x48:d=0.2,format=yuv420p10le,geq=lum=397:cb=512:cr=512",
                "-color_primaries",
                "bt2020",
                "-color_trc",
                transfer,
                "-colorspace",
                "bt2020nc",
                "-c:v",
                "ffv1",
                clip.toString());
        int end;
        try {
            end = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException none) {
            end = 127;
        }
        Needs.tool(end == 0 && Files.exists(clip), "FFmpeg's program with FFV1");
        assertThat(MediaReader.read(clip).details().hdr()).contains(kind);
        try (VideoReader reader = VideoReader.open(clip, 64)) {
            assertNear(reader.nextFrame().orElseThrow().image(), 98, 112);
        }
    }

    private HdrKind hdr(String name, byte[] file) throws IOException {
        return MediaReader.read(Files.write(folder.resolve(name), file))
                .details()
                .hdr()
                .orElse(null);
    }

    private static void assertNear(RgbImage image, int least, int most) {
        for (int level : first(image)) {
            assertThat(level).isBetween(least, most);
        }
    }

    private static int[] first(RgbImage image) {
        return new int[] {image.pixels()[0] & 0xFF, image.pixels()[1] & 0xFF, image.pixels()[2] & 0xFF};
    }

    private static byte[] xmp(String packet) {
        return ("http://ns.adobe.com/xap/1.0/\0" + packet).getBytes(StandardCharsets.US_ASCII);
    }

    /** Two pictures in one file, and the list of them (CIPA DC-007) in the first. */
    private static byte[] withSecond(byte[] first, byte[] second) {
        int tiff = 2 + 4 + 4;
        ByteBuffer list = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        byte[] segment = "MPF\0".getBytes(StandardCharsets.US_ASCII);
        byte[] none = new TinyTiff.Directory().bytes(0xB002, list.array()).file(ByteOrder.LITTLE_ENDIAN);
        int all = first.length + 4 + segment.length + none.length;
        list.putInt(4, all).putInt(20, second.length).putInt(24, all - tiff);
        byte[] told = new TinyTiff.Directory().bytes(0xB002, list.array()).file(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(segment);
        body.writeBytes(told);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Pictures.withSegment(first, 0xE2, body.toByteArray()));
        file.writeBytes(second);
        return file.toByteArray();
    }

    /** A picture of one colour, 16 bits a channel, that tells its curve and primaries. */
    private static byte[] png(int transfer, int primaries, double r, double g, double b) throws IOException {
        ByteBuffer rows = ByteBuffer.allocate(SIDE * (1 + 6 * SIDE));
        for (int y = 0; y < SIDE; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < SIDE; x++) {
                for (double level : new double[] {r, g, b}) {
                    rows.putShort((short) Math.round(65_535 * level));
                }
            }
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(rows.array());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
        png.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(SIDE)
                        .putInt(SIDE)
                        .put((byte) 16)
                        .put((byte) 2)
                        .array()));
        png.writeBytes(chunk("cICP", new byte[] {(byte) primaries, (byte) transfer, 0, 1}));
        png.writeBytes(chunk("IDAT", packed.toByteArray()));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        byte[] named = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(named);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(named)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
