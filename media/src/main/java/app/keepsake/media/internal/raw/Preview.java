package app.keepsake.media.internal.raw;

import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.structure.TiffDirectory;
import app.keepsake.media.internal.structure.Window;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/**
 * A JPEG within a raw file.
 *
 * @param at offset in the file
 * @param length in bytes
 * @param size as stored
 */
public record Preview(long at, int length, Sizes size) {
    /** As of JPEGs that stand alone. */
    private static final long MOST_BYTES = 512L << 20;

    /** A segment has at most 64 kB; metadata of a hundred of them are no camera's. */
    private static final int MOST_SEGMENTS = 200;

    /** Looks whether such a JPEG stands at a place, by its frame header; sensor data are JPEGs of another kind. */
    static Optional<Preview> at(Window file, long at, long length) throws IOException {
        if (at <= 0 || length < 16 || length > MOST_BYTES || at > file.size() - length) {
            return Optional.empty();
        }
        try {
            return size(file, at, at + length).map(size -> new Preview(at, (int) length, size));
        } catch (EOFException cutOff) {
            return Optional.empty();
        }
    }

    /**
     * The same where two tags tell the place.
     *
     * @param base offset in the file from which the place counts
     */
    static Optional<Preview> told(Window file, long base, TiffDirectory directory, int start, int length)
            throws IOException {
        return directory.has(start) && directory.has(length)
                ? at(file, base + directory.value(start, 0), directory.value(length, 0))
                : Optional.empty();
    }

    /** Baseline, extended or progressive frames; lossless ones (ITU-T T.81, H) are sensor data. */
    private static Optional<Sizes> size(Window file, long start, long end) throws IOException {
        if (file.u16(start) != 0xFFD8) {
            return Optional.empty();
        }
        long at = start + 2;
        for (int i = 0; i < MOST_SEGMENTS && at + 9 < end && file.u8(at) == 0xFF; i++) {
            int marker = file.u8(at + 1);
            if (marker >= 0xC0 && marker <= 0xC2) {
                Sizes size = new Sizes(Math.max(1, file.u16(at + 7)), Math.max(1, file.u16(at + 5)));
                return Optional.of(size);
            }
            boolean padding = marker == 0xFF;
            boolean data = marker == 0xDA || marker == 0xD9 || marker == 0xC3;
            if (data) {
                return Optional.empty();
            }
            at += padding ? 1 : 2 + Math.max(2, file.u16(at + 2));
        }
        return Optional.empty();
    }

    long pixels() {
        return (long) size.width() * size.height();
    }
}
