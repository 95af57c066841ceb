package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

/** Java's own exceptions about files say no more than a path. */
final class MessagesTest {
    @Test
    void whatIsNotAllowedIsSaidWithWhatToDo() {
        assertThat(Messages.of(new AccessDeniedException("/data/keepsake")))
                .isEqualTo(
                        "/data/keepsake: expected to be allowed to read and write it, found that it is somebody else's or"
                                + " protected. Give it to who runs Keepsake, and try again.");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(Messages.of(new NoSuchFileException("/mnt/nas/photo.jpg")))
                .isEqualTo(
                        "/mnt/nas/photo.jpg: expected a file or folder, found none. Look whether its disk is there.");
    }

    @Test
    void noneIsABarePath() {
        assertThat(Messages.of(new NotDirectoryException("/data")))
                .startsWith("/data: ")
                .contains("not a directory");
    }

    @Test
    void whatSaysWhyStaysAsItIs() {
        assertThat(Messages.of(new FileSystemException("/data", null, "Read-only file system")))
                .isEqualTo("/data: Read-only file system");
        assertThat(Messages.of(new IOException("Restore it."))).isEqualTo("Restore it.");
    }
}
