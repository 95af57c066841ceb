package app.keepsake.media.internal.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** IPTC as the text of a PNG that the library reads: datasets alone, in hexadecimal digits. */
final class IptcText {
    private static final byte[] PHOTOSHOP = "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int RESOURCE = ('8' << 24) | ('B' << 16) | ('I' << 8) | 'M';
    private static final int IPTC = 0x0404;

    private IptcText() {}

    /** @param profile datasets, or Photoshop's resources with them in one */
    static byte[] of(byte[] profile) {
        byte[] datasets = datasets(profile);
        String digits = HexFormat.of().formatHex(datasets);
        return "Raw profile type iptc\0\niptc\n%8d\n%s\n"
                .formatted(datasets.length, digits)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Resources have a mark, a number, a name and a length, each padded to even lengths (Photoshop file formats). */
    private static byte[] datasets(byte[] profile) {
        boolean named = profile.length >= PHOTOSHOP.length
                && Arrays.equals(profile, 0, PHOTOSHOP.length, PHOTOSHOP, 0, PHOTOSHOP.length);
        int at = named ? PHOTOSHOP.length : 0;
        ByteBuffer bytes = ByteBuffer.wrap(profile);
        while (at + 12 <= profile.length && bytes.getInt(at) == RESOURCE) {
            int number = bytes.getShort(at + 4) & 0xFFFF;
            int nameEnd = at + 7 + (bytes.get(at + 6) & 0xFF);
            int lengthAt = nameEnd + (nameEnd - at) % 2;
            if (lengthAt + 4 > profile.length) {
                break;
            }
            long length = bytes.getInt(lengthAt) & 0xFFFFFFFFL;
            int from = lengthAt + 4;
            if (length > profile.length - from) {
                break;
            }
            if (number == IPTC) {
                return Arrays.copyOfRange(profile, from, from + (int) length);
            }
            at = from + (int) (length + length % 2);
        }
        return profile;
    }
}
