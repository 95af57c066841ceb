package app.keepsake.media.internal.structure;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/** The XMP packet of a TIFF: a tag of its first directory (XMP part 3, 1.1.2). */
public final class TiffXmp {
    private static final int XMP = 0x02BC;
    private static final int ENTRY = 12;

    private TiffXmp() {}

    /** The packet as it stands; empty where there is none, or one of more than so many bytes. */
    public static Optional<byte[]> read(Window file, int most) throws IOException {
        try {
            boolean little = file.u8(0) == 'I';
            long directory = number(file.u32(4), 4, little);
            long entries = number(file.u16(directory), 2, little);
            for (int i = 0; i < entries; i++) {
                long at = directory + 2 + (long) i * ENTRY;
                if (number(file.u16(at), 2, little) == XMP) {
                    long length = number(file.u32(at + 4), 4, little);
                    return length > most
                            ? Optional.empty()
                            : Optional.of(file.bytes(number(file.u32(at + 8), 4, little), (int) length));
                }
            }
        } catch (EOFException cutOff) {
            // Whoever reads the pixels says what is missing.
        }
        return Optional.empty();
    }

    private static long number(long bigEndian, int bytes, boolean little) {
        return little ? Long.reverseBytes(bigEndian) >>> (Long.SIZE - 8 * bytes) : bigEndian;
    }
}
