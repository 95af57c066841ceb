package app.keepsake.media.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldCamerasTest {
    private static final TimeClaim TAKEN =
            TimeClaim.local(LocalDateTime.of(1998, 10, 29, 22, 6, 59), Optional.empty(), ClaimSource.EXIF_ORIGINAL);
    private static final int SECONDS = 909_698_819;

    @TempDir
    Path folder;

    @Test
    void readsPictureInfo() throws IOException {
        String text =
                "OLYMPUS OPTICAL CO.,LTD.\0 713\r\n[picture info]\r\nTimeDate=" + SECONDS + "\r\nShutter=33363\r\n";
        byte[] info = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(0xEC, info).times()).containsExactly(TAKEN);
        assertThat(read(0xEC, "[picture info]\nTimeDate=soon\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(MetadataFields.NOTHING);
    }

    @Test
    void readsCanonsHeap() throws IOException {
        ByteBuffer heap = heap(70);
        heap.position(14)
                .put("Canon\0Canon PowerShot A5\0".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(44, SECONDS);
        record(heap, 50, 0x5029, 0, -1);
        record(heap, 60, 0x080A, 26, 0);
        record(heap, 70, 0x180E, 4, 30);
        MetadataFields fields = read(0xE0, heap.putShort(48, (short) 3).array());
        assertThat(fields.times()).containsExactly(TAKEN);
        assertThat(fields.camera()).contains("Canon PowerShot A5");
    }

    /** A directory that holds itself, and offsets that lead nowhere. */
    @Test
    void endsOverDamagedHeaps() throws IOException {
        ByteBuffer circle = heap(64).putShort(48, (short) 0xFFFF);
        record(circle, 50, 0x300A, 60, 0);
        assertThat(read(0xE0, circle.array())).isEqualTo(MetadataFields.NOTHING);
        for (int offset : new int[] {-1, 1 << 30, Integer.MIN_VALUE}) {
            ByteBuffer nowhere = heap(64).putShort(48, (short) 1);
            record(nowhere, 50, 0x180E, 4, offset);
            assertThat(read(0xE0, nowhere.array())).isEqualTo(MetadataFields.NOTHING);
        }
    }

    @Test
    void readsNoHeapOfASegmentThatEndsBeforeItsMark() throws IOException {
        byte[] file = ByteBuffer.allocate(40)
                .putInt(0xFFD8FFE0)
                .putShort((short) 2)
                .put(new byte[6])
                .put("HEAPJPGM".getBytes(StandardCharsets.ISO_8859_1))
                .array();
        Path photo = Files.write(folder.resolve("empty.jpg"), file);
        assertThat(OldCameras.read(SourceFile.of(photo))).isEqualTo(MetadataFields.NOTHING);
    }

    /** With its directory, of which the last bytes tell, 34 bytes behind the header of 14. */
    private static ByteBuffer heap(int length) {
        return ByteBuffer.allocate(14 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(14)
                .put("HEAPJPGM".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(14 + length - 4, 34);
    }

    private static void record(ByteBuffer heap, int at, int tag, int size, int offset) {
        heap.putShort(at, (short) tag).putInt(at + 2, size).putInt(at + 6, offset);
    }

    private MetadataFields read(int marker, byte[] body) throws IOException {
        byte[] file = ByteBuffer.allocate(body.length + 8)
                .putShort((short) 0xFFD8)
                .putShort((short) (0xFF00 | marker))
                .putShort((short) (body.length + 2))
                .put(body)
                .putShort((short) 0xFFD9)
                .array();
        return OldCameras.read(SourceFile.of(Files.write(Files.createTempFile(folder, "old", ".jpg"), file)));
    }
}
