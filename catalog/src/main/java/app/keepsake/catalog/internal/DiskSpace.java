package app.keepsake.catalog.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a disk is full. */
final class DiskSpace {
    static final String FULL =
            "cannot grow: the disk is full; free some space and run again, nothing done so far is lost";

    /** What one write may need. */
    private static final long LITTLE = 1 << 20;

    private DiskSpace() {}

    /** @param file on the disk, which may not be there yet */
    static boolean isShort(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && Files.getFileStore(folder).getUsableSpace() < LITTLE;
        } catch (IOException unknown) {
            return false;
        }
    }
}
