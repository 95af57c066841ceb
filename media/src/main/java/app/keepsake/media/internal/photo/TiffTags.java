package app.keepsake.media.internal.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tags of a TIFF's first directory, whatever they are (TIFF 6.0). */
final class TiffTags {
    static final int COMPRESSION = 0x0103;
    static final int COLOURS = 0x0106;
    static final int STRIP_OFFSETS = 0x0111;
    static final int SAMPLES = 0x0115;
    static final int ROWS = 0x0116;
    static final int STRIP_LENGTHS = 0x0117;
    static final int PLANES = 0x011C;
    static final int TILE_WIDTH = 0x0142;
    static final int TILE_HEIGHT = 0x0143;
    static final int TILE_OFFSETS = 0x0144;
    static final int TILE_LENGTHS = 0x0145;
    static final int JPEG_TABLES = 0x015B;
    static final int PROFILE = 0x8773;

    private static final int MOST_VALUES = 1 << 20;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final ByteBuffer tiff;
    private final Map<Integer, Integer> entries = new HashMap<>();

    private TiffTags(ByteBuffer tiff) {
        this.tiff = tiff;
    }

    /** @param file whose header was found to be right */
    static TiffTags read(byte[] file) {
        ByteBuffer tiff = ByteBuffer.wrap(file);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        TiffTags tags = new TiffTags(tiff);
        long directory = tiff.getInt(4) & 0xFFFFFFFFL;
        int count = directory + 2 > file.length ? 0 : tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < count && directory + 14 + 12L * i <= file.length; i++) {
            int at = (int) (directory + 2 + 12L * i);
            tags.entries.put(tiff.getShort(at) & 0xFFFF, at);
        }
        return tags;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** The first value of a tag of whole numbers. */
    long value(int tag, long otherwise) {
        long[] values = values(tag);
        return values.length == 0 ? otherwise : values[0];
    }

    /** All values of a tag of whole numbers; none where they cannot be read. */
    long[] values(int tag) {
        Integer entry = entries.get(tag);
        Optional<ByteBuffer> data = data(tag);
        if (entry == null || data.isEmpty()) {
            return new long[0];
        }
        ByteBuffer bytes = data.get();
        int width = width(entry);
        long[] values = new long[bytes.remaining() / width];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (width) {
                case 1 -> bytes.get(i) & 0xFF;
                case 2 -> bytes.getShort(2 * i) & 0xFFFF;
                case 4 -> bytes.getInt(4 * i) & 0xFFFFFFFFL;
                default -> bytes.getLong(8 * i);
            };
        }
        return values;
    }

    /** A tag of bytes. */
    Optional<byte[]> bytes(int tag) {
        return data(tag).map(data -> {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            return bytes;
        });
    }

    private Optional<ByteBuffer> data(int tag) {
        Integer entry = entries.get(tag);
        if (entry == null || width(entry) == 0) {
            return Optional.empty();
        }
        long count = tiff.getInt(entry + 4) & 0xFFFFFFFFL;
        long length = count * width(entry);
        long at = length <= 4 ? entry + 8L : tiff.getInt(entry + 8) & 0xFFFFFFFFL;
        if (count > 4L * MOST_VALUES || at + length > tiff.limit()) {
            return Optional.empty();
        }
        return Optional.of(tiff.slice((int) at, (int) length).order(tiff.order()));
    }

    private int width(int entry) {
        int type = tiff.getShort(entry + 2) & 0xFFFF;
        return type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
    }
}
