package app.keepsake.server.internal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An open file that can be read at any place. Not thread-safe. */
public interface Source extends AutoCloseable {
    /** Opens one of Keepsake's own files, whose disk answers. */
    static Source of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new Source() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                return channel.read(into, position);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** So many bytes of it from a position on, as if they were all of it. */
    default Source part(long from, long bytes) {
        Source whole = this;
        return new Source() {
            @Override
            public long size() {
                return bytes;
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                long left = bytes - position;
                if (left <= 0) {
                    return -1;
                }
                into.limit((int) Math.min(into.limit(), into.position() + left));
                return whole.read(into, from + position);
            }

            @Override
            public void close() throws IOException {
                whole.close();
            }
        };
    }

    /** In bytes. */
    long size() throws IOException;

    /**
     * Reads some bytes; after an exception the buffer may still be written to, and must not be used again.
     *
     * @return how many, or -1 at the end
     */
    int read(ByteBuffer into, long position) throws IOException;

    @Override
    void close() throws IOException;
}
