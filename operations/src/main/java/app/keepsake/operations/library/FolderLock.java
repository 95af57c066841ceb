package app.keepsake.operations.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Held while a small file of a library's folder is changed: by one thread of one process at a time. The system gives it
 * back when a process dies. A thread may take it again while it holds it.
 */
final class FolderLock implements AutoCloseable {
    /** The system's locks are between processes alone, and closing any of its files gives a process's lock back. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final @Nullable FileChannel channel;

    private FolderLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for it. */
    static FolderLock of(Path file) throws IOException {
        THREADS.lock();
        if (THREADS.getHoldCount() > 1) {
            return new FolderLock(null);
        }
        FileChannel opened = null;
        try {
            opened = FileChannel.open(
                    file.resolveSibling(".files.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock ignored = opened.lock();
            return new FolderLock(opened);
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            if (opened != null) {
                opened.close();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            THREADS.unlock();
        }
    }
}
