package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.ClipHeader;
import app.keepsake.media.internal.photo.StillHeader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts together what the container, its metadata and sidecars tell. */
public final class FileMetadata {
    private FileMetadata() {}

    /** Reads everything that is told of a file. */
    public static MediaInfo read(SourceFile source) throws MediaException {
        if (source.type().isVideo()) {
            ClipHeader header = ClipHeader.read(source.path());
            return info(source, header.size(), header.duration(), header.hasAudio());
        }
        return info(source, StillHeader.uprightSize(source), Duration.ZERO, false);
    }

    private static MediaInfo info(SourceFile source, Sizes size, Duration duration, boolean audio) {
        return new MediaInfo(
                source.type(),
                size.width(),
                size.height(),
                duration,
                audio,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                List.of());
    }
}
