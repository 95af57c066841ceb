package app.keepsake.operations.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does work on users' files, which may lie on disks that do not answer. How long work takes tells nothing: a clip is looked
 * at for minutes. So when it takes long, its file is asked for a byte; when that is not answered either, the work is given
 * up, and its folder is left alone for a minute, or until the disk answers after all. Thread-safe.
 */
public final class DiskWatch implements AutoCloseable {
    /** A disk that slept turns again after ten. */
    public static final Duration DEADLINE = Duration.ofSeconds(15);

    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    /** Pages of a file that were read already are answered without the disk: each question goes to another place. */
    private static final long STRIDE = 4096L * 7919;

    private final List<Path> folders;
    private final Duration deadline;
    private final Consumer<Thread> lost;
    private final ExecutorService hands = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("disk ", 0).daemon().factory());

    /** By folder, since when it is left alone, by the clock of {@link System#nanoTime}. */
    private final Map<Path, Long> leftAlone = new ConcurrentHashMap<>();

    private final Set<Path> silent = ConcurrentHashMap.newKeySet();
    private final AtomicLong asked = new AtomicLong();

    /**
     * @param folders each may lie on a disk of its own; of other files it is the folder that they are in
     * @param lost hears which threads a disk holds that nobody waits for any more
     */
    public DiskWatch(List<Path> folders, Consumer<Thread> lost) {
        this(folders, lost, DEADLINE);
    }

    /** @param deadline after which a disk is asked, and for its answer */
    public DiskWatch(List<Path> folders, Consumer<Thread> lost, Duration deadline) {
        this.folders = List.copyOf(folders);
        this.lost = lost;
        this.deadline = deadline;
    }

    /**
     * Does work on a file.
     *
     * @param work done by another thread, which may be held for ever: it must not write what others use meanwhile
     * @throws NoAnswer when the file's disk does not answer, or is left alone
     * @throws IOException what the work throws
     */
    public <T> T ask(Path file, Callable<T> work) throws IOException {
        return ask(() -> file, work);
    }

    /** @param at the file or folder that the work is about at present; called by several threads */
    public <T> T ask(Supplier<Path> at, Callable<T> work) throws IOException {
        Path folder = folderOf(at.get());
        Long since = leftAlone.get(folder);
        if (since != null && System.nanoTime() - since < LEFT_ALONE.toNanos()) {
            throw new NoAnswer(folder);
        }
        Hand<T> hand = new Hand<>(work, () -> leftAlone.remove(folder));
        Future<T> done = hands.submit(hand);
        try {
            while (true) {
                try {
                    return done.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException slow) {
                    if (!answers(at.get())) {
                        leftAlone.put(folder, System.nanoTime());
                        silent.add(folder);
                        hand.lose().ifPresent(lost);
                        throw new NoAnswer(folder);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while a disk was waited for.", e);
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
        }
    }

    /** The folders that did not answer at some time. */
    public Set<Path> silent() {
        return Set.copyOf(silent);
    }

    private Path folderOf(Path path) {
        return folders.stream()
                .filter(path::startsWith)
                .reduce((one, other) -> one.getNameCount() > other.getNameCount() ? one : other)
                .orElseGet(() -> path.getParent() == null ? path : path.getParent());
    }

    private boolean answers(Path path) throws InterruptedException {
        try {
            hands.submit(() -> look(path)).get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException silence) {
            return false;
        } catch (ExecutionException anAnswerToo) {
            return true;
        }
    }

    private Object look(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
                return inside.iterator().hasNext();
            }
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long place = Math.floorMod(asked.incrementAndGet() * STRIDE, Math.max(1, file.size()));
            return file.read(ByteBuffer.allocate(1), place);
        }
    }

    private static IOException thrown(Throwable cause) {
        return switch (cause) {
            case IOException failure -> failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> new IOException(cause);
        };
    }

    /** Waits for nobody: threads that a disk holds end with the process. */
    @Override
    public void close() {
        hands.shutdown();
    }
}
