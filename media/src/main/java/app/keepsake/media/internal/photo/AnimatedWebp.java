package app.keepsake.media.internal.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Takes the first frame of an animated WebP out as a still one (RFC 9649), because the decoder knows only stills. */
final class AnimatedWebp {
    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    /** Place, size, duration and flags come before a frame's own chunks. */
    private static final int FRAME_HEADER = 16;

    private static final int EXTENDED_BODY = 10;
    private static final byte ALPHA = 0x10;

    private AnimatedWebp() {}

    /** The first frame as a file of its own; stills come back as they are. */
    static byte[] firstFrame(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long at = FILE_HEADER;
        while (at + CHUNK_HEADER <= file.length) {
            int start = (int) at;
            long length = bytes.getInt(start + 4) & 0xFFFFFFFFL;
            if (name(file, start).equals("ANMF")) {
                long end = Math.min(file.length, at + CHUNK_HEADER + length);
                int body = start + CHUNK_HEADER;
                return end - body <= FRAME_HEADER ? file : still(file, body, (int) end);
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        return file;
    }

    private static byte[] still(byte[] file, int body, int end) {
        int chunks = body + FRAME_HEADER;
        int header = CHUNK_HEADER + EXTENDED_BODY;
        ByteBuffer still =
                ByteBuffer.allocate(FILE_HEADER + header + end - chunks).order(ByteOrder.LITTLE_ENDIAN);
        still.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(still.capacity() - 8);
        still.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(EXTENDED_BODY);
        boolean alpha = chunks + 4 <= end && name(file, chunks).equals("ALPH");
        still.putInt(alpha ? ALPHA : 0);
        // Width and height less one, 24 bits each, stand in the frame's header as in the file's.
        still.put(file, body + 6, 6);
        still.put(file, chunks, end - chunks);
        return still.array();
    }

    private static String name(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
