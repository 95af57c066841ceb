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
            MetadataFields fields = withOutside(file, header.size(), Orientation.NORMAL, ClipTags.read(header.tags()));
            return info(source, header.size(), header.duration(), header.hasAudio(), fields);
        }
        StillHeader header = StillHeader.read(source);
        MetadataFields own = EmbeddedMetadata.read(source, header.stored(), header.orientation());
        MetadataFields fields = withOutside(file, header.stored(), header.orientation(), own);
        return info(source, header.upright(), Duration.ZERO, false, fields);
    }

    private static MetadataFields withOutside(Path file, Sizes stored, Orientation orientation, MetadataFields own)
            throws MediaException {
        return Sidecars.xmp(file, stored, orientation)
                .or(own)
                .or(Sidecars.takeout(file))
                .or(NameHints.read(file))
                .or(MetadataFields.at(fileTime(file)));
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

    private static MediaInfo info(
            SourceFile source, Sizes size, Duration duration, boolean audio, MetadataFields fields) {
        return new MediaInfo(
                source.type(),
                size.width(),
                size.height(),
                duration,
                audio,
                fields.time().map(CaptureTime::local),
                fields.time().flatMap(CaptureTime::offset),
                fields.time().map(CaptureTime::source),
                fields.location(),
                fields.camera(),
                fields.livePhotoId(),
                fields.burstId(),
                fields.favourite(),
                fields.hidden(),
                fields.regions());
    }
}
