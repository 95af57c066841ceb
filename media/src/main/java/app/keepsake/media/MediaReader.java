package app.keepsake.media;

import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.metadata.FileMetadata;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

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

    /** The file beside a photo that is its clip by its name, as {@link #read} found that it moves. */
    public static Optional<Path> clipBeside(Path photo) {
        return FileMetadata.clipBeside(photo);
    }
}
