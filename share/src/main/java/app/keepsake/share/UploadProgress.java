package app.keepsake.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.function.LongConsumer;

/**
 * How far an upload is. What a later try needs, such as the number of an upload that was begun or the host key that was
 * met first, is kept in a file.
 */
public final class UploadProgress {
    private final Path notes;
    private final LongConsumer told;

    /**
     * @param notes file for what is to be kept; need not be there
     * @param told of the bytes that have arrived, of all
     */
    UploadProgress(Path notes, LongConsumer told) {
        this.notes = notes;
        this.told = told;
    }

    void arrived(long bytes) {
        told.accept(bytes);
    }

    Optional<String> remembered(String key) throws IOException {
        return Optional.ofNullable(read().getProperty(key));
    }

    void remember(String key, String value) throws IOException {
        Properties all = read();
        all.setProperty(key, value);
        write(all);
    }

    void forget(String key) throws IOException {
        Properties all = read();
        if (all.remove(key) != null) {
            write(all);
        }
    }

    private Properties read() throws IOException {
        Properties all = new Properties();
        if (Files.exists(notes)) {
            try (InputStream in = Files.newInputStream(notes)) {
                all.load(in);
            } catch (IllegalArgumentException e) {
                throw new UploadRefusedException(
                        "%s: expected notes of former uploads, found something else. Remove this target, and add it again."
                                .formatted(notes));
            }
        }
        return all;
    }

    private void write(Properties all) throws IOException {
        Files.createDirectories(notes.toAbsolutePath().getParent());
        // The address of an upload that was begun lets everybody go on with it.
        Path part = Files.createTempFile(notes.toAbsolutePath().getParent(), "notes", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                all.store(out, null);
            }
            Files.move(part, notes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
