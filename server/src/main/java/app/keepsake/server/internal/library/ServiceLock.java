package app.keepsake.server.internal.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Held while a service is at work on a library, so that there is one at a time. Other commands do not ask for it. The
 * system gives it back when the process dies.
 */
public final class ServiceLock implements AutoCloseable {
    private static final int MOST_DIGITS = 20;

    /** Those of this process. The system would not refuse them, and trying would give the first one back. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ServiceLock(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @param library its folder, which is there
     * @throws IOException when another service has it
     */
    public static ServiceLock of(Path library) throws IOException {
        Path root = library.toRealPath();
        if (!HERE.add(root)) {
            throw taken(root, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(
                    root.resolve(".service.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            held = channel.tryLock() != null;
            if (!held) {
                ByteBuffer number = ByteBuffer.allocate(MOST_DIGITS);
                int ignored = channel.read(number, 0);
                throw taken(root, new String(number.array(), 0, number.position(), StandardCharsets.UTF_8));
            }
            channel.truncate(0);
            String own = Long.toString(ProcessHandle.current().pid());
            int ignored = channel.write(ByteBuffer.wrap(own.getBytes(StandardCharsets.UTF_8)));
            return new ServiceLock(root, channel);
        } finally {
            if (!held) {
                HERE.remove(root);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static IOException taken(Path root, String process) {
        return new IOException(
                "%s: expected no other service at work on this library, found one: process %s. Use that one in the browser, stop it first, or name another folder with --library. All other commands work beside it."
                        .formatted(root, process.isBlank() ? "unknown" : process));
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            try {
                channel.close();
            } catch (IOException e) {
                // The system gives the lock back in any case when the process ends.
                closed.set(true);
            } finally {
                HERE.remove(root);
            }
        }
    }
}
