package app.keepsake.media.internal.structure;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/** The XMP packet of a TIFF: a tag of its first directory (XMP part 3, 1.1.2). */
public final class TiffXmp {
    private static final int XMP = 0x02BC;

    private TiffXmp() {}

    /** The packet as it stands; empty where there is none, or one of more than so many bytes. */
    public static Optional<byte[]> read(Window file, int most) throws IOException {
        try {
            Optional<TiffDirectory> first = TiffDirectory.first(file, 0);
            Optional<TiffDirectory.Place> place =
                    first.isEmpty() ? Optional.empty() : first.get().place(XMP);
            return place.isEmpty() || place.get().length() > most
                    ? Optional.empty()
                    : Optional.of(file.bytes(place.get().at(), (int) place.get().length()));
        } catch (EOFException cutOff) {
            // Whoever reads the pixels says what is missing.
            return Optional.empty();
        }
    }
}
