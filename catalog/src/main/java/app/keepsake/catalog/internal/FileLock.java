package app.keepsake.catalog.internal;

import app.keepsake.catalog.CatalogException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By a lock on a file beside the catalog, which the system lets go when a process dies. The file holds the number of the
 * process that has or had it.
 */
final class FileLock extends IndexLock {
    // Closing any channel of a file lets go all of this process's locks on it (POSIX fcntl), so a second attempt from
    // within the process must not even open the file.
    private static final Set<Path> HELD_HERE = new HashSet<>();

    /** The end of the name of the file that says that somebody indexes. */
    static final String INDEXING = ".lock";

    /** That of the file that says that somebody makes or changes the tables. */
    static final String BEGINNING = ".begin";

    private final Path file;

    FileLock(Path catalog, String end) {
        super(catalog.toString());
        this.file = catalog.resolveSibling(catalog.getFileName() + end);
    }

    private final class OpenFile implements Held {
        private final FileChannel channel;

        private OpenFile(FileChannel channel) {
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

    @Override
    @Nullable
    Held tryAcquire() {
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file)) {
                return null;
            }
            try {
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                try {
                    if (channel.tryLock() == null) {
                        channel.close();
                        return null;
                    }
                    channel.truncate(0);
                    channel.write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException e) {
                    try (channel) {
                        throw e;
                    }
                }
                HELD_HERE.add(file);
                return new OpenFile(channel);
            } catch (IOException e) {
                throw cannotLock(e);
            }
        }
    }

    @Override
    String owner() {
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
                DiskSpace.isShort(file)
                        ? "The lock file %s %s.".formatted(file, DiskSpace.FULL)
                        : "The lock file %s cannot be used: %s. Check the folder's permissions."
                                .formatted(file, e.getMessage()),
                e);
    }
}
