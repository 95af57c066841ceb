package app.keepsake.media;

import java.io.IOException;
import java.nio.file.Path;

/** A file that cannot be read or written as asked. The message names the file, what was expected, found, and to do. */
public final class MediaException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param file the file concerned
     * @param expected what should have been there, as a noun phrase: "a JPEG image"
     * @param found what was there instead: "4 bytes and then the end of the file"
     * @param remedy what the user can do: "Restore the file from a backup."
     */
    public MediaException(Path file, String expected, String found, String remedy) {
        super("%s: expected %s, found %s. %s".formatted(file, expected, found, remedy));
        this.reason = "expected %s, found %s. %s".formatted(expected, found, remedy);
    }

    /** The message without the file's name. */
    public String reason() {
        return reason;
    }
}
