package app.keepsake.catalog;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells of a full disk in words, wherever something could not be written. */
public final class DiskFull {
    /** As the system says it: ENOSPC and EDQUOT. */
    private static final Set<String> SAID = Set.of("no space left on device", "disk quota exceeded");

    private DiskFull() {}

    /** One sentence, when a full disk is what an exception, or one that caused it, is about. */
    public static Optional<String> in(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException e && isFull(e)) {
                String file = e instanceof FileSystemException at && at.getFile() != null ? at.getFile() : "";
                return Optional.of("The disk is full%s. Free some space and try again; nothing done so far is lost."
                        .formatted(file.isEmpty() ? "" : ": %s cannot be written".formatted(file)));
            }
        }
        return Optional.empty();
    }

    private static boolean isFull(IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return SAID.stream().anyMatch(said::contains);
    }
}
