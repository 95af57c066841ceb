package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScansTest {
    private static final int MODEL = 0x0110;
    private static final int SOFTWARE = 0x0131;
    private static final int MODIFIED = 0x0132;
    private static final int ORIGINAL = 0x9003;
    private static final int DIGITIZED = 0x9004;
    private static final String DAY_OF_SCANNING = "2012:03:04 17:05:06";
    private static final byte[] PLAIN = Pictures.encode("jpg", Pictures.buffered(Pictures.scene(32, 32), 1));

    @TempDir
    Path folder;

    private MediaInfo read(String name, Map<Integer, String> tags) throws IOException {
        Path file =
                Files.write(folder.resolve(name), Pictures.withSegment(PLAIN, 0xE1, exif(new LinkedHashMap<>(tags))));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-15T12:00:00Z")));
        return MediaReader.read(file);
    }

    /** All in the first directory, where many programs put them. */
    private static byte[] exif(Map<Integer, String> tags) {
        int texts = 8 + 2 + 12 * tags.size() + 4;
        ByteBuffer exif = ByteBuffer.allocate(6 + texts + 40 * tags.size());
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) tags.size());
        int at = texts;
        for (int tag : tags.keySet().stream().sorted().toList()) {
            exif.putShort((short) tag)
                    .putShort((short) 2)
                    .putInt(tags.getOrDefault(tag, "").length() + 1)
                    .putInt(at);
            at += 40;
        }
        exif.putInt(0);
        for (int tag : tags.keySet().stream().sorted().toList()) {
            byte[] text = tags.getOrDefault(tag, "").getBytes(StandardCharsets.US_ASCII);
            exif.put(text).put(new byte[40 - text.length]);
        }
        return exif.array();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CanoScan 9000F Mark II",
                "EPSON Perfection V600",
                "ScanSnap iX500",
                "Nikon SUPER COOLSCAN 5000 ED"
            })
    void aScannerIsKnownByItsName(String model) throws IOException {
        MediaInfo info = read("a.jpg", Map.of(MODEL, model, ORIGINAL, DAY_OF_SCANNING, DIGITIZED, DAY_OF_SCANNING));
        assertThat(info.scanned()).isTrue();
        assertThat(info.claims().getFirst().doubted()).as("the day of scanning").isTrue();
    }

    @Test
    void aProgramOrANameTellsIt() throws IOException {
        assertThat(read("a.jpg", Map.of(SOFTWARE, "VueScan 9 x64 (9.7.80)")).scanned())
                .isTrue();
        assertThat(read("Scan_0012.jpg", Map.of(SOFTWARE, "x")).scanned()).isTrue();
        assertThat(read("FastFoto_0001_a.jpg", Map.of(SOFTWARE, "x")).scanned()).isTrue();
        for (String name : new String[] {"scanned.jpg", "Scandinavia 12.jpg", "IMG_0012.jpg", "Diana 1.jpg"}) {
            assertThat(read(name, Map.of(MODEL, "Canon EOS 5D")).scanned())
                    .as(name)
                    .isFalse();
        }
    }

    private boolean isScan(String comment) throws IOException {
        byte[] segment = comment.getBytes(StandardCharsets.US_ASCII);
        return MediaReader.read(Files.write(folder.resolve("c.jpg"), Pictures.withSegment(PLAIN, 0xFE, segment)))
                .scanned();
    }

    @Test
    void aCommentMayBeTheScannersSignature() throws IOException {
        assertThat(isScan("PFU ScanSnap Manager #iX500\0")).isTrue();
        assertThat(isScan("Scandinavia in the summer")).isFalse();
        assertThat(isScan("We scanned the whole album of Aunt Mary, and wrote below each picture who is on it"))
                .isFalse();
    }

    @Test
    void aCamerasDayIsNoDayOfScanning() throws IOException {
        MediaInfo info = read(
                "a.jpg",
                Map.of(
                        MODEL,
                        "Canon EOS 5D",
                        ORIGINAL,
                        DAY_OF_SCANNING,
                        DIGITIZED,
                        DAY_OF_SCANNING,
                        MODIFIED,
                        DAY_OF_SCANNING));
        assertThat(info.claims().getFirst().doubted()).isFalse();
    }

    @Test
    void whatTheOwnerWroteIntoAScanIsBelieved() throws IOException {
        Map<Integer, String> tags =
                Map.of(MODEL, "FastFoto FF-680W", ORIGINAL, "1985:07:01 12:00:00", DIGITIZED, DAY_OF_SCANNING);
        MediaInfo info = read("a.jpg", tags);
        assertThat(info.capturedAt()).contains(LocalDateTime.of(1985, 7, 1, 12, 0));
        assertThat(info.claims().getFirst().doubted()).isFalse();
    }

    @Test
    void aDateInTheNameIsBetterThanTheScannersDay() throws IOException {
        MediaInfo info = read(
                "1985-07-01 lake.jpg", Map.of(MODEL, "CanoScan", ORIGINAL, DAY_OF_SCANNING, MODIFIED, DAY_OF_SCANNING));
        assertThat(info.capturedAt()).contains(LocalDateTime.of(1985, 7, 1, 12, 0));
        assertThat(info.timeSource()).contains("file name");
    }
}
