package app.keepsake.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.LongConsumer;

/**
 * Carries uploads to one target, again and again while the connection breaks. What a later try needs, such as the number
 * of an upload that was begun or the host key that was met first, is kept in a file.
 */
public final class UploadSession {
    private static final int TRIES = 6;

    private final Path notes;
    private final LongConsumer progress;
    private final Duration pause;

    /**
     * @param notes file for what is to be kept; need not be there
     * @param progress told of the bytes that have arrived, of all
     */
    public UploadSession(Path notes, LongConsumer progress) {
        this(notes, progress, Duration.ofSeconds(1));
    }

    UploadSession(Path notes, LongConsumer progress, Duration pause) {
        this.notes = notes;
        this.progress = progress;
        this.pause = pause;
    }

    /**
     * Sends until it has arrived. After each lost connection it waits twice as long, six tries in all.
     *
     * @throws IOException when it was refused, or the last try failed, too
     */
    public Optional<URI> carry(Upload upload, Target target) throws IOException, InterruptedException {
        Duration wait = pause;
        for (int tried = 1; true; tried++) {
            try {
                return target.send(upload, this);
            } catch (UploadRefusedException refused) {
                throw refused;
            } catch (IOException lost) {
                if (tried == TRIES) {
                    throw lost;
                }
                Thread.sleep(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }

    void arrived(long bytes) {
        progress.accept(bytes);
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
