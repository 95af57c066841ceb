package app.keepsake.server.internal.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The disks that hold users' files. A network disk that is gone, or a file that has become a pipe, can hold a thread for
 * ever: whatever touches such files runs on a few threads of its own and has a deadline. The folder over which a deadline
 * was missed is left alone for a while, or until the disk answers after all. Thread-safe.
 */
public final class Disks implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(8);
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);
    private static final Path ELSEWHERE = Path.of("");

    private final Supplier<List<Path>> folders;
    private final Duration deadline;
    private final Duration leftAlone;
    private final Map<Path, Lane> lanes = new ConcurrentHashMap<>();

    /** @param folders of photos and clips: each may lie on a disk of its own */
    public Disks(Supplier<List<Path>> folders) {
        this(folders, DEADLINE, LEFT_ALONE);
    }

    /**
     * @param deadline for one question
     * @param leftAlone how long a folder is not asked any more that missed one
     */
    public Disks(Supplier<List<Path>> folders, Duration deadline, Duration leftAlone) {
        this.folders = folders;
        this.deadline = deadline;
        this.leftAlone = leftAlone;
    }

    /**
     * Asks a disk.
     *
     * @param path that the question touches
     * @param question run on another thread, which it may hold for ever: it must not share what others use meanwhile
     * @throws StalledDisk when there is no answer in time, or the folder is left alone
     * @throws IOException what the question throws
     */
    public <T> T ask(Path path, Callable<T> question) throws IOException {
        Path folder = folderOf(path);
        return lanes.computeIfAbsent(folder, Lane::new)
                .ask(question, deadline, leftAlone, folder.equals(ELSEWHERE) ? path : folder);
    }

    /** Has what was opened on a disk closed when the disk answers, and waits for nobody. */
    public void later(Path path, Closeable opened) {
        lanes.computeIfAbsent(folderOf(path), Lane::new).later(opened);
    }

    /** The innermost of the users' folders that holds a file, by its name alone. */
    private Path folderOf(Path path) {
        return folders.get().stream()
                .filter(path::startsWith)
                .reduce(ELSEWHERE, (one, other) -> one.getNameCount() > other.getNameCount() ? one : other);
    }

    /** Waits for nobody: threads that a disk holds end with the process. */
    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
    }
}
