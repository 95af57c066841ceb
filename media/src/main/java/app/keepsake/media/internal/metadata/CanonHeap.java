package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.Exposure;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The heap of records in JPEGs of Canon's first cameras (CIFF 1.0). Directories stand at the ends of what they describe:
 * the last four bytes say where, and it holds a count and records of ten bytes, which are a tag, a length and an offset.
 */
final class CanonHeap {
    private static final byte[] MARK = "HEAPJPGM".getBytes(StandardCharsets.US_ASCII);
    private static final int DEEPEST = 4;
    /** Of all directories: one may be told to lie within itself. */
    private static final int MOST_RECORDS = 1000;

    /** The bits of a tag that tell what kind of record it is, and two kinds that are directories. */
    private static final int KIND = 0x3800;

    private static final int CAMERA = 0x080A;
    private static final int CAPTURED = 0x180E;

    private final ByteBuffer heap;
    private int records;
    private Optional<TimeClaim> time = Optional.empty();
    private Optional<String> camera = Optional.empty();

    private CanonHeap(ByteBuffer heap) {
        this.heap = heap;
    }

    /** Whether a segment's body is one: the order of bytes, the length of this header, and a mark. */
    static boolean isOne(Window file, long body) throws IOException {
        return file.holds(body + 6, MARK);
    }

    /** Reads what is not damaged. */
    static MetadataFields read(byte[] body) {
        try {
            boolean big = body[0] == 'M';
            ByteBuffer bytes = ByteBuffer.wrap(body).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            int start = bytes.getInt(2);
            CanonHeap found = new CanonHeap(bytes);
            found.directory(start, body.length - start, 0);
            return new MetadataFields(
                    found.time.stream().toList(),
                    List.of(),
                    found.camera,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    List.of(),
                    false,
                    Exposure.UNKNOWN);
        } catch (IndexOutOfBoundsException damaged) {
            return MetadataFields.NOTHING;
        }
    }

    private void directory(int start, int length, int depth) {
        int at = start + heap.getInt(start + length - 4);
        int count = heap.getShort(at) & 0xFFFF;
        for (int record = 0; record < count && ++records <= MOST_RECORDS; record++) {
            int entry = at + 2 + 10 * record;
            int tag = heap.getShort(entry) & 0x3FFF;
            int size = heap.getInt(entry + 2);
            int told = heap.getInt(entry + 6);
            if (told < 0 || told > heap.capacity() - start) {
                // Of short values, the record itself holds them.
                continue;
            }
            int offset = start + told;
            boolean isDirectory = (tag & KIND) == 0x2800 || (tag & KIND) == 0x3000;
            if (isDirectory && depth < DEEPEST && size > 4) {
                directory(offset, size, depth + 1);
            } else if (tag == CAPTURED && size >= 4) {
                time = Optional.of(wall(heap.getInt(offset) & 0xFFFFFFFFL));
            } else if (tag == CAMERA && size > 0) {
                camera = camera(offset, size);
            }
        }
    }

    /** Maker and model, each of which ends in a zero. */
    private Optional<String> camera(int offset, int size) {
        byte[] text = new byte[Math.min(size, 128)];
        heap.get(offset, text);
        String[] words = new String(text, StandardCharsets.ISO_8859_1).split("\0", -1);
        return words.length < 2 ? Optional.empty() : MetadataFields.cameraName(said(words[0]), said(words[1]));
    }

    private static Optional<String> said(String word) {
        return Optional.of(word.strip()).filter(text -> !text.isEmpty());
    }

    /** Seconds that the camera's clock, which knew no zones, showed since 1970. */
    static TimeClaim wall(long seconds) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        return TimeClaim.local(local, Optional.empty(), ClaimSource.EXIF_ORIGINAL);
    }
}
