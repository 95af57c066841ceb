package app.keepsake.media;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of H.264 pictures that begins with a key frame and refers to nothing outside itself: it can be kept, and joined to
 * other runs of the same format.
 *
 * @param packets one access unit for each frame, in order
 */
public record CodedPictures(List<byte[]> packets) {
    public CodedPictures {
        packets = List.copyOf(packets);
    }

    /** Number of frames. */
    public int frames() {
        return packets.size();
    }

    /** All of it as bytes, for a file. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(packets.size());
            for (byte[] packet : packets) {
                out.writeInt(packet.length);
                out.write(packet);
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
            int count = in.getInt();
            List<byte[]> packets = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int length = in.getInt();
                if (length < 0 || length > in.remaining()) {
                    return Optional.empty();
                }
                byte[] packet = new byte[length];
                in.get(packet);
                packets.add(packet);
            }
            return in.hasRemaining() ? Optional.empty() : Optional.of(new CodedPictures(packets));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }
}
