package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.testbed.Needs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that unpack to hundreds of megabytes, or tell of millions of things: none of it is taken into memory. */
final class BombsTest {
    private static final int UNPACKED = 400 << 20;
    private static final long MOST_MEMORY = 200L << 20;

    private final PhotoDecoder decoder = PhotoDecoder.create();

    @TempDir
    Path folder;

    private Path file(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return Files.write(folder.resolve(name), all.toByteArray());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** So many zeros, in a thousandth of the bytes. */
    private static byte[] packed(int length) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] zeros = new byte[1 << 20];
            byte[] buffer = new byte[1 << 16];
            for (int done = 0; done < length; done += zeros.length) {
                deflater.setInput(zeros);
                while (!deflater.needsInput()) {
                    out.write(buffer, 0, deflater.deflate(buffer));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static byte[] chunk(String name, byte[]... parts) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(text(name));
        for (byte[] part : parts) {
            data.writeBytes(part);
        }
        CRC32 sum = new CRC32();
        sum.update(data.toByteArray());
        return ByteBuffer.allocate(data.size() + 8)
                .putInt(data.size() - 4)
                .put(data.toByteArray())
                .putInt((int) sum.getValue())
                .array();
    }

    /** A PNG with one chunk more behind its header. */
    private Path png(String name, byte[] chunk) throws IOException {
        byte[] png = Pictures.encode("png", Pictures.buffered(Pictures.scene(64, 40), BufferedImage.TYPE_3BYTE_BGR));
        return file(name, Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));
    }

    /** What an action takes of memory at its peak, beside what was taken before. */
    private static <T> T inLittleMemory(Callable<T> action) throws Exception {
        Path reset = Path.of("/proc/self/clear_refs");
        Needs.tool(Files.isWritable(reset), "only Linux tells the size of a process so simply");
        System.gc();
        Files.writeString(reset, "5");
        long before = status("VmRSS:");
        T result = action.call();
        assertThat(status("VmHWM:") - before).as("bytes at the peak").isLessThan(MOST_MEMORY);
        return result;
    }

    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void colourProfilesAndTextsOfPngs() throws Exception {
        byte[] bomb = packed(UNPACKED);
        assertThat(bomb.length).isLessThan(1 << 20);
        Path profile = png("profile.png", chunk("iCCP", text("p\0\0"), bomb));
        Path packedText = png("text.png", chunk("zTXt", text("Comment\0\0"), bomb));
        Path international = png("international.png", chunk("iTXt", text("Comment\0\1\0\0\0"), bomb));
        for (Path file : new Path[] {profile, packedText, international}) {
            RgbImage image = inLittleMemory(() -> {
                assertThat(MediaReader.read(file).width()).isEqualTo(64);
                return decoder.decode(file, 64);
            });
            assertThat(image.pixels()).isEqualTo(Pictures.scene(64, 40).pixels());
        }
    }

    @Test
    void metadataThatMayHideThePictureIsNotPassedOver() throws Exception {
        Path png = png("xmp.png", chunk("iTXt", text("XML:com.adobe.xmp\0\1\0\0\0"), packed(UNPACKED)));
        inLittleMemory(() -> assertThatThrownBy(() -> MediaReader.read(png))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("XMP metadata of at most 4 MB"));
        byte[] jpeg = Pictures.jpeg(Pictures.scene(64, 40), false);
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        for (int i = 0; i < 80; i++) {
            byte[] body = Arrays.copyOf(text("http://ns.adobe.com/xmp/extension/\0"), 60_000);
            segments.writeBytes(ByteBuffer.allocate(4)
                    .putShort((short) 0xFFE1)
                    .putShort((short) (body.length + 2))
                    .array());
            segments.writeBytes(body);
        }
        Path extended = file(
                "xmp.jpg", Arrays.copyOf(jpeg, 2), segments.toByteArray(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
        assertThatThrownBy(() -> MediaReader.read(extended)).hasMessageContaining("XMP metadata of at most 4 MB");
        Path photo = file("photo.jpg", jpeg);
        Path sidecar = Files.write(folder.resolve("photo.jpg.xmp"), new byte[5 << 20]);
        assertThatThrownBy(() -> MediaReader.read(photo)).hasMessageContaining(sidecar.toString());
    }

    @Test
    void metadataThatLieDeepTellNothing() throws Exception {
        byte[] deep = text("<a>".repeat(20_000));
        byte[] xmp =
                chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0"), text("<x:xmpmeta xmlns:x='adobe:ns:meta/'>"), deep);
        Path png = png("deep.png", xmp);
        assertThat(inLittleMemory(() -> MediaReader.read(png)).width()).isEqualTo(64);
        Path photo = file("photo.jpg", Pictures.jpeg(Pictures.scene(64, 40), false));
        Files.write(folder.resolve("photo.jpg.xmp"), deep);
        assertThat(inLittleMemory(() -> MediaReader.read(photo)).width()).isEqualTo(64);
        Files.delete(folder.resolve("photo.jpg.xmp"));
        Files.writeString(folder.resolve("photo.jpg.json"), "[".repeat(500_000));
        assertThat(inLittleMemory(() -> MediaReader.read(photo)).width()).isEqualTo(64);
    }

    @Test
    void chunksOfWebps() throws Exception {
        Path plain = folder.resolve("plain.webp");
        WebpWriter.write(Pictures.scene(64, 40), plain, 0.9f);
        byte[] webp = Files.readAllBytes(plain);
        byte[] profile = new byte[40 << 20];
        byte[] more = ByteBuffer.allocate(profile.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("ICCP"))
                .putInt(profile.length)
                .put(profile)
                .array();
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, webp.length + more.length - 8);
        Path large = file("large.webp", webp, more);
        assertThat(decoder.decode(large, 64).pixels())
                .isEqualTo(decoder.decode(plain, 64).pixels());
    }

    private static byte[] box(String name, byte[]... parts) {
        int length = 8 + Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer box = ByteBuffer.allocate(length).putInt(length).put(text(name));
        for (byte[] part : parts) {
            box.put(part);
        }
        return box.array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] type(String brand) {
        return box("ftyp", text(brand), ints(0));
    }

    /** A track of which a few bytes say that it has so many samples of one size. */
    private static byte[] track(int samples) {
        return box("trak", box("mdia", box("minf", box("stbl", box("stsz", ints(0, 1, samples))))));
    }

    @Test
    void tablesOfClips() throws Exception {
        byte[][] tracks = new byte[30][];
        Arrays.fill(tracks, track(3_000_000));
        Path clip = file("tables.mp4", type("isom"), box("moov", tracks));
        inLittleMemory(() -> assertThatThrownBy(() -> MediaReader.read(clip))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("pictures and pieces of sound"));
        Path fragments = file("fragments.mp4", type("isom"), box("moof", box("traf", box("trun", ints(0, -1)))));
        assertThatThrownBy(() -> MediaReader.read(fragments)).hasMessageContaining("pictures and pieces of sound");
        byte[] deep = box("udta");
        for (int i = 0; i < 500; i++) {
            deep = box("udta", deep);
        }
        Path nested = file("nested.mp4", type("isom"), box("moov", deep));
        assertThatThrownBy(() -> MediaReader.read(nested)).hasMessageContaining("deep");
        Path many = file("many.mp4", type("isom"), box("moov", new byte[] {}), new byte[0]);
        assertThatThrownBy(() -> MediaReader.read(many)).isInstanceOf(MediaException.class);
    }

    @Test
    void partsOfHeifs() throws Exception {
        byte[] items = box("iinf", new byte[] {1, 0, 0, 0}, ints(50_000_000));
        Path picture = file("items.heic", type("heic"), box("meta", ints(0), items));
        inLittleMemory(() -> assertThatThrownBy(() -> MediaReader.read(picture))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("parts"));
    }

    @Test
    void whatIsLargeOrOddIsToldBeforeItIsOpened() throws Exception {
        Path photo = file("photo.jpg", Pictures.jpeg(Pictures.scene(640, 400), false));
        assertThat(MediaLimits.weigh(photo, 1024)).isLessThan(4L << 20);
        byte[] png = Pictures.encode("png", Pictures.buffered(Pictures.scene(64, 64), BufferedImage.TYPE_3BYTE_BGR));
        ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 10_000);
        assertThat(MediaLimits.weigh(file("large.png", png), 1024)).isGreaterThan(400_000_000);
        Path clip = file("long.mp4", type("isom"), box("moov", track(5_000_000)));
        assertThat(MediaLimits.weigh(clip, 1024)).isEqualTo(MediaLimits.UNUSUAL);
        byte[] progressive = Pictures.jpeg(Pictures.scene(64, 40), true);
        byte[] scans = new byte[400];
        for (int i = 0; i < scans.length; i += 2) {
            scans[i] = (byte) 0xFF;
            scans[i + 1] = (byte) 0xDA;
        }
        assertThat(MediaLimits.weigh(file("scans.jpg", progressive, scans), 1024))
                .isEqualTo(MediaLimits.UNUSUAL);
    }
}
