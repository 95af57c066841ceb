package app.keepsake.media.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClipBoxesTest {
    private static final byte[] TYPE = box("ftyp", bytes("mp42\0\0\0\0mp42isom"));

    @TempDir
    Path folder;

    @Test
    void readsTheDateInTheUserDataOfAnMp4() throws IOException {
        byte[] date = box("date", bytes("2020-11-20T15:04:02+0100"));
        byte[] movie = box("moov", box("mvhd", new byte[100]), box("udta", box("loci", new byte[12]), date));
        assertThat(times(TYPE, box("mdat", new byte[64]), movie))
                .containsExactly(TimeClaim.local(
                        LocalDateTime.of(2020, 11, 20, 15, 4, 2),
                        Optional.of(ZoneOffset.ofHours(1)),
                        ClaimSource.QUICKTIME));
    }

    @Test
    void readsNothingOfWhatIsDamaged() throws IOException {
        byte[] movie = box("moov", box("udta", box("date", bytes("2020-11-20T15:04:02+0100"))));
        for (int length = 8; length < movie.length; length += 5) {
            assertThat(times(TYPE, Arrays.copyOf(movie, length))).isEmpty();
        }
        assertThat(times(TYPE, box("moov", box("udta", box("date", new byte[1000])))))
                .isEmpty();
        assertThat(times(TYPE, box("moov", new byte[] {0, 0, 0, 0, 0, 0, 0, 0})))
                .isEmpty();
    }

    @Test
    void readsWhenAWindowsMediaClipWasMade() throws IOException {
        long made = 116_444_736_000_000_000L
                + 10_000_000 * Instant.parse("2005-09-28T15:40:21Z").getEpochSecond();
        byte[] asf = ByteBuffer.allocate(200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(HexFormat.of().parseHex("3026b2758e66cf11a6d900aa0062ce6c"))
                .putLong(200)
                .putInt(1)
                .putShort((short) 0x0201)
                .put(HexFormat.of().parseHex("a1dcab8c47a9cf118ee400c00c205365"))
                .putLong(104)
                .put(new byte[24])
                .putLong(made)
                .array();
        assertThat(times(asf))
                .containsExactly(TimeClaim.utc(Instant.parse("2005-09-28T15:40:21Z"), ClaimSource.HEADER));
        assertThat(times(Arrays.copyOf(asf, 60))).isEmpty();
    }

    /** In packets of a camcorder, of 192 bytes; the metadata goes over the end of the first. */
    @Test
    void readsWhenACamcorderRecorded() throws IOException {
        byte[] metadata = HexFormat.of()
                .parseHex("17ee8c60f84d11d98cd60800200c9a664d44504d" + "02" + "1802201904" + "1924222403");
        byte[] unit = joined(HexFormat.of().parseHex("000001e0000084c00a"), new byte[150], metadata, new byte[150]);
        byte[] packets = joined(packet(unit, 0), packet(unit, 184), packet(new byte[0], 0));
        assertThat(times(packets))
                .containsExactly(TimeClaim.local(
                        LocalDateTime.of(2019, 4, 24, 22, 24, 3), Optional.empty(), ClaimSource.QUICKTIME));
        packets[170] ^= 1;
        assertThat(times(packets)).isEmpty();
    }

    private static byte[] packet(byte[] unit, int from) {
        byte[] part = Arrays.copyOfRange(unit, from, Math.max(from, Math.min(unit.length, from + 184)));
        return ByteBuffer.allocate(192)
                .put(4, HexFormat.of().parseHex("47110010"))
                .put(8, part)
                .array();
    }

    private List<TimeClaim> times(byte[]... parts) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "clip", ".mp4"), joined(parts));
        return ClipBoxes.times(SourceFile.of(file));
    }

    private static byte[] box(String name, byte[]... parts) {
        byte[] body = joined(parts);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(bytes(name))
                .put(body)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
