package app.keepsake.media.internal.structure;

import app.keepsake.media.Inset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What phones write behind a picture to say that a clip lies there. Samsung's ends with {@code SEFT}: a directory of named
 * parts, {@code MotionPhoto_Data} among them. Huawei's and Honor's ends with {@code LIVE_} and the number of bytes of the
 * clip and what follows it, in front of two fields of 20 letters.
 *
 * @see <a href="https://exiftool.org/TagNames/Samsung.html">ExifTool: Samsung trailer</a>
 */
public final class PhoneTrailer {
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_DIRECTORY = 1 << 16;
    private static final byte[] NAME = "MotionPhoto_Data".getBytes(StandardCharsets.US_ASCII);
    private static final int FIELD = 20;
    private static final String LIVE = "LIVE_";

    private PhoneTrailer() {}

    /** The clip that a picture's trailer tells of. */
    public static Optional<Inset> read(Window file) throws IOException {
        if (file.size() < 2 * FIELD) {
            return Optional.empty();
        }
        String end = new String(file.bytes(file.size() - FIELD, FIELD), StandardCharsets.ISO_8859_1);
        if (end.endsWith("SEFT")) {
            return samsung(file);
        }
        return end.startsWith(LIVE) ? huawei(file, end.substring(LIVE.length()).strip()) : Optional.empty();
    }

    private static Optional<Inset> samsung(Window file) throws IOException {
        long length = low(file, file.size() - 8);
        long directory = file.size() - 8 - length;
        if (length < 12
                || length > LONGEST_DIRECTORY
                || directory < 0
                || !file.name(directory).equals("SEFH")) {
            return Optional.empty();
        }
        long count = Math.min(MOST_PARTS, Math.min(low(file, directory + 8), (length - 12) / 12));
        for (long i = 0; i < count; i++) {
            long entry = directory + 12 + 12 * i;
            long part = directory - low(file, entry + 4);
            if (part >= 0 && low(file, part + 4) == NAME.length && file.holds(part + 8, NAME)) {
                return InnerClip.at(file, part + 8 + NAME.length, Math.min(directory, part + low(file, entry + 8)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Inset> huawei(Window file, String number) throws IOException {
        return number.matches("\\d{1,12}")
                ? InnerClip.at(file, file.size() - 2 * FIELD - Long.parseLong(number), file.size())
                : Optional.empty();
    }

    /** A number with its lowest byte first. */
    private static long low(Window file, long at) throws IOException {
        return Integer.reverseBytes((int) file.u32(at)) & 0xFFFFFFFFL;
    }
}
