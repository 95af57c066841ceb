package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaType;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import app.keepsake.media.internal.structure.Inflated;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What of a PNG or WebP belongs to its picture. Texts, metadata and colour profiles stay away from the decoder, which
 * would unpack them to any size, whatever they hold.
 *
 * @param picture a whole file
 * @param profile of its colours
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels are passed without copies; equality by content is not wanted.
record Essence(byte[] picture, Optional<byte[]> profile) {
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_AROUND = 12;
    private static final int RIFF_HEADER = 12;
    private static final int RIFF_CHUNK_HEADER = 8;
    /** Beside the critical chunks: what tells of transparency and of how colours are coded, in a few bytes each. */
    private static final Set<String> PNG_KEPT = Set.of("tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "cICP");

    private static final int MOST_KEPT = 1 << 12;
    private static final Set<String> WEBP_KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");

    /** Of other formats, the whole file, whose profile the decoder tells. */
    static Essence of(MediaType type, byte[] file) {
        return switch (type) {
            case PNG -> png(file);
            case WEBP -> webp(file);
            default -> new Essence(file, Optional.empty());
        };
    }

    /** Each chunk: length, name, data, sum (ISO 15948, 5.3). What is cut off is kept as it is. */
    private static Essence png(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        Optional<byte[]> profile = Optional.empty();
        byte[] kept = new byte[file.length];
        int to = copy(file, 0, PNG_SIGNATURE, kept, 0);
        int at = Math.min(PNG_SIGNATURE, file.length);
        while (at + PNG_AROUND <= file.length) {
            long length = bytes.getInt(at) & 0xFFFFFFFFL;
            if (at + PNG_AROUND + length > file.length) {
                break;
            }
            int next = (int) (at + PNG_AROUND + length);
            String name = name(file, at + 4);
            if (name.equals("iCCP") && profile.isEmpty()) {
                profile = profile(file, at + 8, next - 4);
            }
            boolean critical = Character.isUpperCase(name.charAt(0));
            if (critical || PNG_KEPT.contains(name) && length <= MOST_KEPT) {
                to = copy(file, at, next, kept, to);
            }
            at = next;
        }
        to = copy(file, at, file.length, kept, to);
        return new Essence(to == file.length ? file : Arrays.copyOf(kept, to), profile);
    }

    /** A name, a zero, the way of compression, and the compressed profile. */
    private static Optional<byte[]> profile(byte[] file, int from, int end) {
        int at = from;
        while (at < end && file[at] != 0) {
            at++;
        }
        return at + 2 < end ? Inflated.of(file, at + 2, end - at - 2, FFmpeg.MOST_PROFILE_BYTES) : Optional.empty();
    }

    /** Each chunk: name, length, data, and a byte more where the length is odd (RFC 9649). */
    private static Essence webp(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Optional<byte[]> profile = Optional.empty();
        byte[] kept = new byte[file.length];
        int to = copy(file, 0, RIFF_HEADER, kept, 0);
        int at = Math.min(RIFF_HEADER, file.length);
        while (at + RIFF_CHUNK_HEADER <= file.length) {
            long length = bytes.getInt(at + 4) & 0xFFFFFFFFL;
            long end = at + RIFF_CHUNK_HEADER + length;
            if (end > file.length) {
                break;
            }
            int next = (int) Math.min(file.length, end + (length & 1));
            String name = name(file, at);
            if (name.equals("ICCP") && length <= FFmpeg.MOST_PROFILE_BYTES) {
                profile = Optional.of(Arrays.copyOfRange(file, at + RIFF_CHUNK_HEADER, (int) end));
            }
            if (WEBP_KEPT.contains(name)) {
                to = copy(file, at, next, kept, to);
            }
            at = next;
        }
        to = copy(file, at, file.length, kept, to);
        if (to == file.length || to < RIFF_HEADER) {
            return new Essence(file, profile);
        }
        byte[] picture = Arrays.copyOf(kept, to);
        ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN).putInt(4, to - 8);
        return new Essence(picture, profile);
    }

    private static int copy(byte[] from, int start, int end, byte[] to, int at) {
        int length = Math.max(0, Math.min(end, from.length) - start);
        System.arraycopy(from, start, to, at, length);
        return at + length;
    }

    private static String name(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
