package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import java.nio.file.Path;

/** What a photo may ask of memory. Small files can claim to be enormous; they are refused by what they claim. */
final class Limits {
    /** No camera writes stills of more bytes. */
    static final long MAX_BYTES = 512L << 20;

    private Limits() {}

    static void check(Path file, Sizes size) throws MediaException {
        if ((long) size.width() * size.height() > FFmpeg.MAX_PIXELS) {
            throw new MediaException(
                    file,
                    "at most %d million pixels".formatted(FFmpeg.MAX_PIXELS / 1_000_000),
                    "%d x %d".formatted(size.width(), size.height()),
                    "Save it smaller, or leave it out.");
        }
    }
}
