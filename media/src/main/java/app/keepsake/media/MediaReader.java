package app.keepsake.media;

import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.metadata.FileMetadata;
import java.nio.file.Path;
import java.time.Instant;

/** Reads what files tell of themselves, without decoding pixels. Thread-safe. */
public final class MediaReader {
    private MediaReader() {}

    /**
     * Reads a file's type, size, metadata and sidecars.
     *
     * @throws MediaException when the file is not a photo or clip that can be read
     */
    public static MediaInfo read(Path file) throws MediaException {
        return FileMetadata.read(SourceFile.of(file), Instant.now());
    }
}
