package app.keepsake.media.internal.structure;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * EXIF, IPTC and XMP of a PNG, wherever they stand: in eXIf chunks and XMP texts (ISO 15948; XMP part 3, 1.1.5), or, as
 * older programs write them, as hexadecimal texts named "Raw profile type" (ImageMagick's, which ExifTool and Exiv2 also
 * know), packed or not, before and behind the pixels.
 */
public final class PngProfiles {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int LONGEST_KEYWORD = 80;
    private static final int MOST_PROFILES = 64;
    private static final String XMP_TEXT = "XML:com.adobe.xmp";
    private static final String RAW = "raw profile type ";
    private static final byte[] EXIF_MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP_MARK = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

    private PngProfiles() {}

    /** What a profile is. */
    public enum Kind {
        /** A TIFF structure. */
        EXIF,
        /** Datasets of IIM, or Photoshop's resources with these in one. */
        IPTC,
        /** A packet. */
        XMP
    }

    /**
     * One of a file's profiles.
     *
     * @param content unpacked; empty where it is larger than was asked for
     */
    public record Profile(Kind kind, Optional<byte[]> content) {}

    /**
     * Reads all of them, in the file's order; of a file that is cut off, those that are there. What is damaged is passed
     * over.
     *
     * @param file from its first byte
     * @param most bytes of each, unpacked
     */
    public static List<Profile> read(Window file, int most) throws IOException {
        List<Profile> profiles = new ArrayList<>();
        try {
            long at = SIGNATURE;
            while (profiles.size() < MOST_PROFILES) {
                long length = file.u32(at);
                profile(file, file.name(at + 4), at + 8, length, most).ifPresent(profiles::add);
                at += AROUND + length;
            }
        } catch (EOFException end) {
            // What came before it still tells.
        }
        return profiles;
    }

    /** The first that is EXIF, which tells how the picture is turned. */
    public static Optional<byte[]> exif(Window file, int most) throws IOException {
        return read(file, most).stream()
                .filter(profile -> profile.kind() == Kind.EXIF)
                .flatMap(profile -> profile.content().stream())
                .findFirst();
    }

    private static Optional<Profile> profile(Window file, String chunk, long at, long length, int most)
            throws IOException {
        if (chunk.equals("eXIf")) {
            return Optional.of(
                    length > most
                            ? new Profile(Kind.EXIF, Optional.empty())
                            : typed(Kind.EXIF, file.bytes(at, (int) length)));
        }
        if (!chunk.equals("tEXt") && !chunk.equals("zTXt") && !chunk.equals("iTXt")) {
            return Optional.empty();
        }
        byte[] head = file.bytes(at, (int) Math.min(LONGEST_KEYWORD, length));
        int end = zero(head, 0);
        String keyword = new String(head, 0, end, StandardCharsets.ISO_8859_1);
        Optional<Kind> kind = kind(keyword);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        // Two digits stand for a byte, and some more for each line.
        int mostText = keyword.equals(XMP_TEXT) ? most : 3 * most;
        byte[] text = length > mostText + LONGEST_KEYWORD
                ? new byte[mostText + 1]
                : text(chunk, file.bytes(at, (int) length), end, mostText);
        if (text.length > mostText) {
            return Optional.of(new Profile(kind.get(), Optional.empty()));
        }
        Optional<byte[]> content = keyword.equals(XMP_TEXT) ? Optional.of(text) : fromDigits(text);
        return content.map(
                bytes -> bytes.length > most ? new Profile(kind.get(), Optional.empty()) : typed(kind.get(), bytes));
    }

    private static Optional<Kind> kind(String keyword) {
        String name = keyword.toLowerCase(Locale.ROOT);
        if (keyword.equals(XMP_TEXT)) {
            return Optional.of(Kind.XMP);
        }
        return switch (name.startsWith(RAW) ? name.substring(RAW.length()).strip() : "") {
            case "exif", "app1" -> Optional.of(Kind.EXIF);
            case "xmp" -> Optional.of(Kind.XMP);
            case "iptc", "8bim", "app13" -> Optional.of(Kind.IPTC);
            default -> Optional.empty();
        };
    }

    /** Programs name profiles by the JPEG segments that they came from, and leave these segments' marks in front. */
    private static Profile typed(Kind kind, byte[] content) {
        if (kind == Kind.EXIF && starts(content, XMP_MARK)) {
            return new Profile(Kind.XMP, Optional.of(from(content, XMP_MARK.length)));
        }
        return new Profile(kind, Optional.of(starts(content, EXIF_MARK) ? from(content, EXIF_MARK.length) : content));
    }

    /** The text behind a keyword: packed always in zTXt, and in iTXt where it says so, behind two more texts. */
    private static byte[] text(String chunk, byte[] all, int keywordEnd, int most) {
        int at = keywordEnd + 1;
        boolean packed = chunk.equals("zTXt");
        if (packed) {
            at++;
        } else if (chunk.equals("iTXt")) {
            packed = at < all.length && all[at] == 1;
            at = zero(all, zero(all, at + 2) + 1) + 1;
        }
        if (at >= all.length) {
            return new byte[0];
        }
        return packed ? Inflated.asFarAs(most, all, at, all.length - at) : from(all, at);
    }

    /** A name, the length in bytes, and the bytes as pairs of digits, each in lines of its own. */
    private static Optional<byte[]> fromDigits(byte[] text) {
        int at = space(text, 0);
        at = space(text, word(text, at));
        int lengthEnd = word(text, at);
        long length = number(text, at, lengthEnd);
        if (length < 0 || length > (text.length - lengthEnd) / 2) {
            return Optional.empty();
        }
        byte[] bytes = new byte[(int) length];
        int digits = 0;
        for (int i = lengthEnd; i < text.length && digits < 2 * length; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit >= 0) {
                bytes[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            } else if (text[i] > ' ') {
                return Optional.empty();
            }
        }
        return digits < 2 * length ? Optional.empty() : Optional.of(bytes);
    }

    private static long number(byte[] text, int from, int to) {
        long number = from == to ? -1 : 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text[i], 10);
            if (digit < 0 || number > Integer.MAX_VALUE) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static int space(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] <= ' ') {
            at++;
        }
        return at;
    }

    private static int word(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] > ' ') {
            at++;
        }
        return at;
    }

    private static int zero(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return at;
    }

    private static boolean starts(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] from(byte[] bytes, int at) {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }
}
