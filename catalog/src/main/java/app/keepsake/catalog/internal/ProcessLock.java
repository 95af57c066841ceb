package app.keepsake.catalog.internal;

import app.keepsake.catalog.AlreadyIndexingException;
import app.keepsake.catalog.CatalogException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets one at a time index, over all processes, by a lock on a file beside the catalog. The system lets it go when a
 * process dies. The file holds the number of the process that has or had it.
 */
final class ProcessLock {
    private static final long POLL_MILLIS = 50;
    // Closing any channel of a file lets go all of this process's locks on it (POSIX fcntl), so a second attempt from
    // within the process must not even open the file.
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path catalog;
    private final Path file;

    ProcessLock(Path catalog) {
        this.catalog = catalog;
        this.file = catalog.resolveSibling(catalog.getFileName() + ".lock");
    }

    /** The lock while it is held. */
    final class Held implements AutoCloseable {
        private final FileChannel channel;

        private Held(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            synchronized (HELD_HERE) {
                if (HELD_HERE.remove(file)) {
                    try {
                        channel.close();
                    } catch (IOException e) {
                        throw cannotLock(e);
                    }
                }
            }
        }
    }

    /**
     * Takes the lock.
     *
     * @param patience how long to wait for another to let it go
     * @throws AlreadyIndexingException when another has it for longer
     */
    Held acquire(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Held held = tryAcquire();
        while (held == null && System.nanoTime() < end) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            held = tryAcquire();
        }
        if (held == null) {
            throw new AlreadyIndexingException(
                    "Another Keepsake%s is already indexing into %s. Wait until it has ended, or stop it."
                            .formatted(owner(), catalog));
        }
        return held;
    }

    private @Nullable Held tryAcquire() {
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file)) {
                return null;
            }
            try {
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    channel.close();
                    return null;
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                HELD_HERE.add(file);
                return new Held(channel);
            } catch (IOException e) {
                throw cannotLock(e);
            }
        }
    }

    private String owner() {
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file)) {
                return " in this process";
            }
            try {
                return " (process " + Files.readString(file) + ")";
            } catch (IOException e) {
                return "";
            }
        }
    }

    private CatalogException cannotLock(IOException e) {
        return new CatalogException(
                "The lock file %s cannot be used: %s. Check the folder's permissions.".formatted(file, e.getMessage()),
                e);
    }
}
