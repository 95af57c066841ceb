package app.keepsake.music.internal.sound;

import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Decodes the recorded sounds that come with the program. Thread-safe. */
final class Recordings {
    /** No note is held for longer; longer recordings are cut here and fade. */
    private static final Duration LONGEST = Duration.ofSeconds(9);

    private Recordings() {}

    /**
     * Decodes one.
     *
     * @param name path below the program's sounds, such as {@code samples/piano/C4.ogg}
     */
    static Sound decode(String name) throws MediaException {
        try (InputStream resource = Recordings.class.getResourceAsStream("/app/keepsake/music/" + name)) {
            if (resource == null) {
                throw new IllegalStateException(
                        "The program's file %s is missing. Build it again with ./keepsake test.".formatted(name));
            }
            Path file = Files.createTempFile("keepsake", ".sound");
            try {
                Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
                return Sound.recording(file, LONGEST);
            } finally {
                Files.delete(file);
            }
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
