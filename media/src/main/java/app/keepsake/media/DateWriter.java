package app.keepsake.media;

import app.keepsake.media.TimeClaim.Precision;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.metadata.DateSidecar;
import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * Writes when a photo or clip was taken into the XMP sidecar beside it, for other programs. The file itself is not
 * touched.
 */
public final class DateWriter {
    private DateWriter() {}

    /**
     * Sets the date in the sidecar {@code photo.jpg.xmp}, or in {@code photo.xmp} if that is there; makes one if neither
     * is. Whatever else a sidecar holds stays.
     *
     * @param time wall-clock time, of which as much is written as {@code precision} says
     * @return false if the sidecar said so already, and nothing was written
     * @throws MediaException when the file is no photo or clip, or the sidecar is no XMP or cannot be written; it is then
     *     as it was
     */
    public static boolean write(Path file, LocalDateTime time, Precision precision) throws MediaException {
        return DateSidecar.set(SourceFile.of(file).path(), time, precision);
    }
}
