package app.keepsake.media.internal.photo;

import app.keepsake.media.internal.Sizes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The tags of a TIFF structure's first directory that decide a picture's shape (TIFF 6.0); EXIF is such a structure too.
 *
 * @param size as stored, 0 x 0 where it is not told
 * @param orientation EXIF value, 1 where it is not told
 * @param simple whether it is stored in strips and without JPEG inside
 * @param pixelsEnd offset behind the last strip
 */
record TiffHeader(Sizes size, int orientation, boolean simple, long pixelsEnd) {
    private static final int WIDTH = 0x0100;
    private static final int HEIGHT = 0x0101;
    private static final int COMPRESSION = 0x0103;
    private static final int STRIP_OFFSETS = 0x0111;
    private static final int ORIENTATION = 0x0112;
    private static final int STRIP_LENGTHS = 0x0117;
    private static final int TILE_WIDTH = 0x0142;
    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    /** Reads the structure between two offsets; empty where it is none. */
    static Optional<TiffHeader> read(byte[] file, int from, int to) {
        if (to - from < 14) {
            return Optional.empty();
        }
        ByteBuffer tiff = ByteBuffer.wrap(file, from, to - from).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFFFFFFL;
        if (tiff.getShort(2) != 42 || directory + 2 > tiff.limit()) {
            return Optional.empty();
        }
        int width = 0;
        int height = 0;
        int orientation = 1;
        boolean simple = true;
        long offset = 0;
        long length = 0;
        int entries = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries && directory + 14 + 12L * i <= tiff.limit(); i++) {
            int at = (int) (directory + 2 + 12L * i);
            switch (tiff.getShort(at) & 0xFFFF) {
                case WIDTH -> width = value(tiff, at);
                case HEIGHT -> height = value(tiff, at);
                case COMPRESSION -> simple &= value(tiff, at) != OLD_JPEG && value(tiff, at) != JPEG;
                case TILE_WIDTH -> simple = false;
                case STRIP_OFFSETS -> offset = last(tiff, at);
                case STRIP_LENGTHS -> length = last(tiff, at);
                case ORIENTATION -> orientation = value(tiff, at);
                default -> {}
            }
        }
        return Optional.of(new TiffHeader(new Sizes(width, height), orientation, simple, offset + length));
    }

    private static int value(ByteBuffer tiff, int entry) {
        return switch (tiff.getShort(entry + 2)) {
            case SHORT -> tiff.getShort(entry + 8) & 0xFFFF;
            case LONG -> tiff.getInt(entry + 8);
            default -> 0;
        };
    }

    /** The last of an entry's values, which stand elsewhere when they need more than four bytes; 0 if they cannot be read. */
    private static long last(ByteBuffer tiff, int entry) {
        int bytes = tiff.getShort(entry + 2) == SHORT ? Short.BYTES : Integer.BYTES;
        long count = tiff.getInt(entry + 4) & 0xFFFFFFFFL;
        boolean inside = count * bytes <= Integer.BYTES;
        long at = (inside ? entry + 8L : tiff.getInt(entry + 8) & 0xFFFFFFFFL) + (count - 1) * bytes;
        if (count == 0 || at + bytes > tiff.limit()) {
            return 0;
        }
        return bytes == Short.BYTES ? tiff.getShort((int) at) & 0xFFFF : tiff.getInt((int) at) & 0xFFFFFFFFL;
    }
}
