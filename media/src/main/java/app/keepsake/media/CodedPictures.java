package app.keepsake.media;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A run of coded pictures that begins with a key frame and refers to nothing outside itself: it can be kept, and joined to
 * other runs of the same stream.
 *
 * @param stream what all runs of one movie have in common
 * @param pictures in the order in which they are decoded, one for each frame
 */
public record CodedPictures(Stream stream, List<Picture> pictures) {
    public CodedPictures {
        pictures = List.copyOf(pictures);
    }

    /**
     * What a movie's header tells of its pictures.
     *
     * @param codec FFmpeg's number of it
     * @param delay frames by which the first picture is decoded before it is shown, because some are shown in another
     *     order
     * @param header the decoder's parameters
     */
    public record Stream(int codec, int delay, byte[] header) {
        /** Whether runs of both can be joined. */
        public boolean joins(Stream other) {
            return codec == other.codec && delay == other.delay && Arrays.equals(header, other.header);
        }
    }

    /**
     * One picture.
     *
     * @param bytes an access unit
     * @param shown which frame of the run it is, from 0
     * @param key whether one can begin to decode here
     */
    public record Picture(byte[] bytes, int shown, boolean key) {}

    /** Number of frames. */
    public int frames() {
        return pictures.size();
    }

    /** All of it as bytes, for a file. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(stream.codec);
            out.writeInt(stream.delay);
            out.writeInt(stream.header.length);
            out.write(stream.header);
            out.writeInt(pictures.size());
            for (Picture picture : pictures) {
                out.writeInt(picture.shown);
                out.writeInt(picture.key ? 1 : 0);
                out.writeInt(picture.bytes.length);
                out.write(picture.bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #bytes()} wrote; empty when it was cut short. */
    public static Optional<CodedPictures> of(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            Stream stream = new Stream(in.getInt(), in.getInt(), part(in));
            int count = in.getInt();
            List<Picture> pictures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int shown = in.getInt();
                boolean key = in.getInt() != 0;
                pictures.add(new Picture(part(in), shown, key));
            }
            return in.hasRemaining() ? Optional.empty() : Optional.of(new CodedPictures(stream, pictures));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static byte[] part(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }
}
