package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.structure.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * When a camcorder recorded a clip: AVCHD's metadata, which stands in the stream itself, before the first picture. Each of
 * its entries has a number and four bytes; the digits of dates are those of decimal numbers.
 */
final class CamcorderTime {
    /** Pictures are far apart; the first one's metadata stands at the beginning. */
    private static final int MOST_PACKETS = 2000;

    private static final int PACKET = 188;
    private static final int MARK = 0x47;

    /** The identifier of the metadata, and its name. */
    private static final byte[] START = HexFormat.of().parseHex("17ee8c60f84d11d98cd60800200c9a66" + "4d44504d");

    private static final int YEAR_AND_MONTH = 0x18;
    private static final int DAY_AND_TIME = 0x19;

    private CamcorderTime() {}

    /** The wall clock. What these camcorders tell of zones differs from one to the next, and is left out. */
    static Optional<TimeClaim> read(Window file) throws IOException {
        byte[] stream = withoutEscapes(payload(file));
        int at = find(stream);
        if (at < 0 || at >= stream.length) {
            return Optional.empty();
        }
        int entries = stream[at] & 0xFF;
        String month = "";
        for (int entry = 0; entry < entries && at + 5 * entry + 6 <= stream.length; entry++) {
            int number = stream[at + 1 + 5 * entry] & 0xFF;
            String digits = HexFormat.of().formatHex(stream, at + 2 + 5 * entry, at + 6 + 5 * entry);
            if (number == YEAR_AND_MONTH) {
                month = digits.substring(2);
            } else if (number == DAY_AND_TIME && !month.isEmpty()) {
                // Twelve digits and two: 20190424 222400.
                return DateText.parse(month + digits, ClaimSource.QUICKTIME);
            }
        }
        return Optional.empty();
    }

    /** What the packets carry of their first stream that begins a unit with a picture in it, and of none else. */
    private static byte[] payload(Window file) throws IOException {
        int before = file.u8(0) == MARK ? 0 : 4;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int stream = -1;
        for (int packet = 0; packet < MOST_PACKETS; packet++) {
            long at = (long) packet * (before + PACKET) + before;
            if (at + PACKET > file.size() || file.u8(at) != MARK) {
                break;
            }
            int id = file.u16(at + 1) & 0x1FFF;
            int control = file.u8(at + 3) >> 4 & 3;
            int skip = 4 + (control == 3 ? 1 + file.u8(at + 4) : 0);
            if ((control & 1) == 0 || skip >= PACKET) {
                continue;
            }
            if (stream < 0 && skip + 4 <= PACKET && (file.u32(at + skip) & 0xFFFFFFF0L) == 0x1E0) {
                stream = id;
            }
            if (id == stream) {
                all.writeBytes(file.bytes(at + skip, PACKET - skip));
            }
        }
        return all.toByteArray();
    }

    /** Behind two zeros, H.264 puts a three in front of small numbers (7.4.1). */
    private static byte[] withoutEscapes(byte[] stream) {
        byte[] plain = new byte[stream.length];
        int length = 0;
        int zeros = 0;
        for (byte one : stream) {
            if (zeros >= 2 && one == 3) {
                zeros = 0;
                continue;
            }
            zeros = one == 0 ? zeros + 1 : 0;
            plain[length++] = one;
        }
        return Arrays.copyOf(plain, length);
    }

    private static int find(byte[] stream) {
        int at =
                new String(stream, StandardCharsets.ISO_8859_1).indexOf(new String(START, StandardCharsets.ISO_8859_1));
        return at < 0 ? -1 : at + START.length;
    }
}
