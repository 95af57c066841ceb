package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JPEGs for printing look as their profile says. */
final class InkedJpegTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    /** Where a segment of Adobe's says how three of the inks are coded. */
    private static final int AS_THEY_ARE = 0;

    private static final int AS_YCC = 2;

    @TempDir
    Path folder;

    private final PhotoDecoder decoder = PhotoDecoder.create();

    @ParameterizedTest
    @CsvSource({
        // Without Adobe's segment, inks; with it, light: all of the black ink in each.
        "-1, 0, 0, 0, 255",
        "0, 255, 255, 255, 0",
        // Three inks of none are the darkest YCC.
        "2, 0, 128, 128, 0"
    })
    void mixesInksByTheProfile(int adobe, int first, int second, int third, int black) throws IOException {
        byte[] plain = jpeg(adobe, first, second, third, black);
        Path without = Files.write(folder.resolve("without.jpg"), plain);
        assertThat(decoder.decode(without, 100).pixels()[0] & 0xFF).isLessThan(5);
        Path with = Files.write(folder.resolve("with.jpg"), Pictures.withSegment(plain, 0xE2, profile()));
        // The black ink of this profile is middle grey: L* of 50 is 119 in sRGB.
        for (int channel = 0; channel < 3; channel++) {
            assertThat(decoder.decode(with, 100).pixels()[channel] & 0xFF).isBetween(115, 123);
        }
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        byte[] whole = Pictures.withSegment(jpeg(AS_THEY_ARE, 255, 255, 255, 0), 0xE2, profile());
        Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length - 40));
        assertThatThrownBy(() -> decoder.decode(cut, 100)).isInstanceOf(MediaException.class);
    }

    @Test
    void takesADamagedProfileForNone() throws IOException {
        byte[] plain = jpeg(AS_YCC, 0, 128, 128, 0);
        byte[] damaged = Arrays.copyOf(profile(), 200);
        Path file = Files.write(folder.resolve("damaged.jpg"), Pictures.withSegment(plain, 0xE2, damaged));
        assertThat(decoder.decode(file, 100).pixels()[0] & 0xFF).isLessThan(5);
    }

    private static byte[] jpeg(int adobe, int... levels) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, levels.length, null);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            raster.setPixel(i % WIDTH, i / WIDTH, levels);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = Pictures.writer("jpeg");
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        byte[] segment = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
        segment[11] = (byte) adobe;
        return adobe < 0 ? bytes.toByteArray() : Pictures.withSegment(bytes.toByteArray(), 0xEE, segment);
    }

    /** A segment with a profile of one table (ICC.1:2010, 10.9): paper is white, the black ink L* of 50, whatever the others. */
    private static byte[] profile() {
        int corners = 16;
        int table = 48 + 4 * 256 + corners * 3 + 3 * 256;
        ByteBuffer icc = ByteBuffer.allocate(128 + 4 + 12 + table);
        icc.putInt(0, icc.capacity()).putInt(8, 0x02400000);
        icc.put(12, "prtrCMYKLab ".getBytes(StandardCharsets.US_ASCII));
        icc.put(36, "acsp".getBytes(StandardCharsets.US_ASCII));
        icc.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D);
        icc.putInt(128, 1)
                .put(132, "A2B0".getBytes(StandardCharsets.US_ASCII))
                .putInt(136, 144)
                .putInt(140, table);
        icc.position(144)
                .put("mft1\0\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            icc.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        for (int i = 0; i < 4 * 256; i++) {
            icc.put((byte) i);
        }
        for (int corner = 0; corner < corners; corner++) {
            // The last ink changes fastest.
            icc.put((byte) (corner % 2 == 0 ? 255 : 128)).put((byte) 128).put((byte) 128);
        }
        for (int i = 0; i < 3 * 256; i++) {
            icc.put((byte) i);
        }
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII));
        segment.writeBytes(icc.array());
        return segment.toByteArray();
    }
}
