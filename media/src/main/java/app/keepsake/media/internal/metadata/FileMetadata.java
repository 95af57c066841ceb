package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.ClipHeader;
import app.keepsake.media.internal.photo.StillHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Puts together what is told of a file. XMP sidecars come first, being the owner's corrections; then the file itself;
 * then Takeout, whose times have no zone; then the name; then the file system.
 */
public final class FileMetadata {
    private FileMetadata() {}

    /** Reads everything that is told of a file. */
    public static MediaInfo read(SourceFile source) throws MediaException {
        Path file = source.path();
        if (source.type().isVideo()) {
            ClipHeader header = ClipHeader.read(file);
            Told told = withOutside(file, header.size(), Orientation.NORMAL, ClipTags.read(header.tags()));
            return info(source, header.size(), header.duration(), header.hasAudio(), told);
        }
        StillHeader header = StillHeader.read(source);
        Told own = EmbeddedMetadata.read(source, header.stored(), header.orientation());
        Told told = withOutside(file, header.stored(), header.orientation(), own);
        return info(source, header.upright(), Duration.ZERO, false, told);
    }

    private static Told withOutside(Path file, Sizes stored, Orientation orientation, Told own) throws MediaException {
        return Sidecars.xmp(file, stored, orientation)
                .or(own)
                .or(Sidecars.takeout(file))
                .or(NameHints.read(file))
                .or(Told.at(fileTime(file)));
    }

    private static Optional<CaptureTime> fileTime(Path file) {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            ZoneOffset here = ZoneId.systemDefault().getRules().getOffset(changed);
            LocalDateTime local = LocalDateTime.ofInstant(changed, here);
            return Optional.of(new CaptureTime(local, Optional.of(here), CaptureTime.FILE_TIME));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static MediaInfo info(SourceFile source, Sizes size, Duration duration, boolean audio, Told told) {
        return new MediaInfo(
                source.type(),
                size.width(),
                size.height(),
                duration,
                audio,
                told.time().map(CaptureTime::local),
                told.time().flatMap(CaptureTime::offset),
                told.time().map(CaptureTime::source),
                told.location(),
                told.camera(),
                told.livePhotoId(),
                told.burstId(),
                told.favourite(),
                told.hidden(),
                told.regions());
    }
}
