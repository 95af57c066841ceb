package app.keepsake.cli.index;

import app.keepsake.catalog.FileStamp;
import java.nio.file.Path;

/**
 * A file that was seen in a scan.
 *
 * @param path absolute
 * @param size bytes
 * @param modifiedMillis milliseconds since 1970 UTC
 * @param sidecarMillis of the newest sidecar, 0 without one
 */
record ScannedFile(Path path, long size, long modifiedMillis, long sidecarMillis) {
    FileStamp stamp() {
        return new FileStamp(size, modifiedMillis, sidecarMillis);
    }
}
