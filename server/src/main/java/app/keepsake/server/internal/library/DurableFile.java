package app.keepsake.server.internal.library;

import app.keepsake.server.internal.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A record in a file of JSON that only the owner can read. A write is on the disk when the method returns, or did not
 * happen. Safe for use by several threads.
 *
 * @param <T> a record
 */
public final class DurableFile<T> {
    private final Path file;
    private final Class<T> type;
    private final T initial;
    private volatile @Nullable T value;

    /** @param initial what is read where there is no file */
    public DurableFile(Path file, Class<T> type, T initial) {
        this.file = file;
        this.type = type;
        this.initial = initial;
    }

    /** @throws UncheckedIOException when the file is there and cannot be read */
    public T read() {
        T known = value;
        return known == null ? load() : known;
    }

    private synchronized T load() {
        T known = value;
        if (known == null) {
            try {
                known = Files.exists(file) ? Json.read(Files.readAllBytes(file), type) : initial;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            value = known;
        }
        return known;
    }

    public synchronized void write(T changed) {
        try {
            Path part = file.resolveSibling("." + file.getFileName() + ".part");
            Files.deleteIfExists(part);
            if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(part);
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(Json.bytes(changed));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            value = changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
