package app.keepsake.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether systemd's journal reads the standard error output, as the manual page systemd.exec(5) says to find out. */
final class Journal {
    private static final Path ERRORS = Path.of("/proc/self/fd/2");

    private Journal() {}

    /** Compares the variable, "device:inode", with the output itself, which may have been led elsewhere since. */
    static boolean reads(Map<String, String> environment) {
        String stream = environment.get("JOURNAL_STREAM");
        if (stream == null) {
            return false;
        }
        try {
            Map<String, Object> errors = Files.readAttributes(ERRORS, "unix:dev,ino");
            return stream.equals(errors.get("dev") + ":" + errors.get("ino"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return true;
        }
    }
}
