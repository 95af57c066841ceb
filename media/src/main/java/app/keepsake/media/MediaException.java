package app.keepsake.media;

import java.io.IOException;
import java.nio.file.Path;

/** A file that cannot be read or written as asked. The message names the file, what was expected, found, and to do. */
public final class MediaException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean passing;

    /**
     * @param file the file concerned
     * @param expected what should have been there, as a noun phrase: "a JPEG image"
     * @param found what was there instead: "4 bytes and then the end of the file"
     * @param remedy what the user can do: "Restore the file from a backup."
     */
    public MediaException(Path file, String expected, String found, String remedy) {
        this(file, expected, found, remedy, false);
    }

    private MediaException(Path file, String expected, String found, String remedy, boolean passing) {
        this(file, "expected %s, found %s. %s".formatted(expected, found, remedy), passing);
    }

    private MediaException(Path file, String reason, boolean passing) {
        super(file + ": " + reason);
        this.reason = reason;
        this.passing = passing;
    }

    /** For a file that is too large for the memory there is now. */
    public static MediaException ofMemory(Path file) {
        return new MediaException(
                file,
                "a file that fits into memory",
                "a larger one",
                "It is tried again at the next run. Give the program more memory, or save it smaller.",
                true);
    }

    /**
     * For one that the disk did not give: it may do so at the next run.
     *
     * @param found what was there instead
     * @param remedy what the user can do
     */
    public static MediaException ofDisk(Path file, String found, String remedy) {
        return new MediaException(file, "a readable file", found, remedy, true);
    }

    /** The same by what the disk said. */
    public static MediaException ofDisk(Path file, IOException failure) {
        return ofDisk(file, "the error \"" + failure.getMessage() + "\"", "Check the disk.");
    }

    /**
     * For one that another process met.
     *
     * @param reason as {@link #reason()} gave it
     */
    public static MediaException withReason(Path file, String reason, boolean passing) {
        return new MediaException(file, reason, passing);
    }

    /** The message without the file's name. */
    public String reason() {
        return reason;
    }

    /** Whether the same file may be read another time. */
    public boolean isPassing() {
        return passing;
    }
}
