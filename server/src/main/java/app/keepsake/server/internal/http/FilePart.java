package app.keepsake.server.internal.http;

import app.keepsake.server.internal.disk.Source;
import app.keepsake.server.internal.wire.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/**
 * Sends parts of files through buffers outside the heap: on their way to many viewers they would be what each collection
 * of garbage has to copy. Safe for use by several threads.
 */
final class FilePart {
    private static final int BUFFER = 1 << 16;
    private static final int KEPT = 32;
    private static final ConcurrentLinkedDeque<ByteBuffer> BUFFERS = new ConcurrentLinkedDeque<>();
    private static final AtomicInteger IDLE = new AtomicInteger();

    private FilePart() {}

    /**
     * Sends so many bytes from a position on.
     *
     * @throws Problem when they may not be seen any more
     */
    static void send(Source file, long first, long length, HttpOutput out, Permit permit) throws IOException {
        ByteBuffer buffer = take();
        long sent = 0;
        while (sent < length) {
            buffer.clear().limit((int) Math.min(BUFFER, length - sent));
            // What fails here may still write into the buffer, which nobody else gets then.
            int read = file.read(buffer, first + sent);
            if (read < 0) {
                give(buffer);
                throw new EOFException(
                        "The file became shorter by %d bytes while it was sent.".formatted(length - sent));
            }
            try {
                out.write(buffer.flip());
            } catch (IOException gone) {
                give(buffer);
                throw gone;
            }
            sent += read;
            if (sent < length) {
                check(permit, buffer);
            }
        }
        give(buffer);
    }

    private static void check(Permit permit, ByteBuffer buffer) {
        try {
            permit.check();
        } catch (RuntimeException withheld) {
            give(buffer);
            throw withheld;
        }
    }

    private static ByteBuffer take() {
        ByteBuffer idle = BUFFERS.poll();
        if (idle == null) {
            return ByteBuffer.allocateDirect(BUFFER);
        }
        IDLE.decrementAndGet();
        return idle;
    }

    private static void give(ByteBuffer buffer) {
        if (IDLE.incrementAndGet() <= KEPT) {
            BUFFERS.push(buffer);
        } else {
            IDLE.decrementAndGet();
        }
    }
}
