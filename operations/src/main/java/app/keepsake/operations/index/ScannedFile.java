package app.keepsake.operations.index;

import app.keepsake.catalog.FileStamp;
import java.nio.file.Path;

/**
 * A file that was seen in a scan.
 *
 * @param path absolute
 * @param size bytes
 * @param modifiedMillis milliseconds since 1970 UTC
 * @param sidecarMillis of the newest sidecar, or of a live photo's other half; 0 without one
 * @param seenMillis when it was seen
 */
record ScannedFile(Path path, long size, long modifiedMillis, long sidecarMillis, long seenMillis) {
    FileStamp stamp() {
        return new FileStamp(size, modifiedMillis, sidecarMillis).asFoundAt(seenMillis);
    }
}
