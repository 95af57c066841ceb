package app.keepsake.operations.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record in a file of JSON that only the owner can read. A change is on the disk when the method returns, or did not
 * happen; it is made of what is in the file at that moment, also when another process has changed it. A file that cannot
 * be read is set aside, never overwritten. Safe for use by several threads and processes.
 *
 * @param <T> a record
 */
public final class DurableFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(DurableFile.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private static final String ASIDE = ".unreadable-";

    private final Path file;
    private final Class<T> type;
    private final T initial;
    private final Damaged damaged;
    private volatile @Nullable Seen<T> seen;

    /** What becomes of a file that cannot be read. */
    public enum Damaged {
        /** It is renamed, and begins anew. */
        SET_ASIDE,
        /** Nothing goes on without it: what it says keeps others out. */
        REFUSED
    }

    /** What was read, and of which edition of the file. */
    private record Seen<T>(Edition edition, T value) {}

    /** Files are replaced whole, so that each edition is another file. */
    private record Edition(@Nullable Object key, long modified, long size) {
        private static final Edition NONE = new Edition(null, 0, -1);
    }

    /** @param initial what is read where there is no file */
    public DurableFile(Path file, Class<T> type, T initial) {
        this(file, type, initial, Damaged.SET_ASIDE);
    }

    /** @param initial what is read where there is no file */
    public DurableFile(Path file, Class<T> type, T initial, Damaged damaged) {
        this.file = file;
        this.type = type;
        this.initial = initial;
        this.damaged = damaged;
    }

    /**
     * What is in the file now.
     *
     * @throws UncheckedIOException when the file is there and cannot be read, or is damaged and must not be
     */
    public T read() {
        try {
            Edition edition = edition();
            Seen<T> known = seen;
            return known != null && known.edition.equals(edition) ? known.value : load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Changes what is in the file. What the operation throws is thrown on, and nothing is changed.
     *
     * @param change is given what is in the file now; more than once, where the thread is told to end meanwhile
     * @return what is in it afterwards
     * @throws UncheckedIOException when it cannot be read or written
     */
    public T update(UnaryOperator<T> change) {
        boolean told = false;
        try {
            while (true) {
                told |= Thread.interrupted();
                try {
                    return changed(change);
                } catch (ClosedByInterruptException | FileLockInterruptionException again) {
                    // A thread that is told to end notes first what it has to.
                    told = true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (told) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private T changed(UnaryOperator<T> change) throws IOException {
        try (FolderLock ignored = FolderLock.of(file)) {
            T before = load();
            T after = change.apply(before);
            if (!after.equals(before)) {
                write(after);
            }
            return after;
        }
    }

    /** Whether something lies beside the file that could not be read: what it said may be brought back. */
    public boolean isSetAside() throws IOException {
        try (DirectoryStream<Path> beside =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), file.getFileName() + ASIDE + "*")) {
            return beside.iterator().hasNext();
        }
    }

    private Edition edition() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Edition(now.fileKey(), now.lastModifiedTime().to(TimeUnit.NANOSECONDS), now.size());
        } catch (NoSuchFileException none) {
            return Edition.NONE;
        }
    }

    private T load() throws IOException {
        // Asked first: when the file is replaced meanwhile, it is read again the next time.
        Edition edition = edition();
        T value = initial;
        if (!edition.equals(Edition.NONE)) {
            try {
                value = StoredJson.read(Files.readAllBytes(file), type);
            } catch (NoSuchFileException gone) {
                edition = Edition.NONE;
            } catch (IllegalArgumentException unreadable) {
                setAside(edition);
                edition = Edition.NONE;
            }
        }
        seen = new Seen<>(edition, value);
        return value;
    }

    /** The problem itself is not told on: it may repeat a secret out of the file. */
    private void setAside(Edition edition) throws IOException {
        if (damaged == Damaged.REFUSED) {
            throw new IOException(
                    "%s: expected what Keepsake wrote there, found something else. Bring it back from a backup, or move it away if you know what was in it."
                            .formatted(file));
        }
        try (FolderLock ignored = FolderLock.of(file)) {
            if (!edition.equals(edition())) {
                return;
            }
            String time = TIME.format(LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS));
            Path aside = file.resolveSibling(file.getFileName() + ASIDE + time);
            Files.move(file, aside);
            LOG.error(
                    "{} could not be read. It is kept as {}, and what it set is as at the beginning. Mend it and move it back, or set it again.",
                    file,
                    aside.getFileName());
        }
    }

    private void write(T changed) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(part);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(StoredJson.bytes(changed));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        keepName();
        seen = new Seen<>(edition(), changed);
    }

    /** A new name is on the disk when its folder is; not every system lets folders be written out. */
    private void keepName() {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("{} could not be written out.", file.getParent(), e);
        }
    }
}
