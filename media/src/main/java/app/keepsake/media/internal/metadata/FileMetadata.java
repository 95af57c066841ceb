package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
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
import java.util.List;
import java.util.Optional;

/**
 * Puts together what is told of a file: by its XMP sidecar, itself, Takeout, its name, the file system, and of the clip
 * of a live photo by its still. {@link WhenAndWhere} says what of it is believed of time and place; of all else the first
 * that tells it.
 */
public final class FileMetadata {
    private FileMetadata() {}

    /**
     * Reads everything that is told of a file.
     *
     * @param now after which nothing was taken
     */
    public static MediaInfo read(SourceFile source, Instant now) throws MediaException {
        Path file = source.path();
        if (source.type().isVideo()) {
            ClipHeader header = ClipHeader.read(file);
            MetadataFields own = ClipTags.read(header.tags());
            MetadataFields fields = withOutside(file, header.size(), Orientation.NORMAL, own);
            MetadataFields still = needsStill(fields, now) ? ofStill(file, now) : MetadataFields.NOTHING;
            return info(source, header.size(), header.duration(), header.hasAudio(), fields.or(still), now);
        }
        StillHeader header = StillHeader.read(source);
        MetadataFields own = EmbeddedMetadata.read(source, header.stored(), header.orientation())
                .and(PngText.times(source), List.of());
        MetadataFields fields = withOutside(file, header.stored(), header.orientation(), own);
        return info(source, header.upright(), Duration.ZERO, false, fields, now);
    }

    private static MetadataFields withOutside(Path file, Sizes stored, Orientation orientation, MetadataFields own)
            throws MediaException {
        return Sidecars.xmp(file, stored, orientation)
                .or(own)
                .or(Sidecars.takeout(file))
                .or(NameHints.read(file))
                .or(MetadataFields.at(fileTime(file)));
    }

    private static boolean needsStill(MetadataFields clip, Instant now) {
        return clip.places().isEmpty()
                || WhenAndWhere.decide(clip.times(), clip.places(), Duration.ZERO, now)
                        .time()
                        .filter(TimeClaim::hasZone)
                        .isEmpty();
    }

    /** When and where the still of a clip was taken; nothing if it cannot be read. */
    private static MetadataFields ofStill(Path clip, Instant now) {
        return Sidecars.still(clip)
                .flatMap(still -> {
                    try {
                        return Optional.of(read(SourceFile.of(still), now));
                    } catch (MediaException e) {
                        return Optional.empty();
                    }
                })
                .map(FileMetadata::ofStill)
                .orElse(MetadataFields.NOTHING);
    }

    private static MetadataFields ofStill(MediaInfo still) {
        List<TimeClaim> times = still.claims().stream()
                .limit(1)
                .filter(time -> !time.doubted() && time.source() != ClaimSource.FILE_TIME)
                .map(time -> time.from(ClaimSource.STILL))
                .toList();
        List<PlaceClaim> places = still.location().stream()
                .map(point -> new PlaceClaim(point, ClaimSource.STILL))
                .toList();
        return MetadataFields.NOTHING.and(times, times.isEmpty() ? List.of() : places);
    }

    private static Optional<TimeClaim> fileTime(Path file) {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            ZoneOffset here = ZoneId.systemDefault().getRules().getOffset(changed);
            LocalDateTime local = LocalDateTime.ofInstant(changed, here);
            return Optional.of(TimeClaim.local(local, Optional.of(here), ClaimSource.FILE_TIME));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static MediaInfo info(
            SourceFile source, Sizes size, Duration duration, boolean audio, MetadataFields fields, Instant now) {
        WhenAndWhere told = WhenAndWhere.decide(fields.times(), fields.places(), duration, now);
        return new MediaInfo(
                source.type(),
                size.width(),
                size.height(),
                duration,
                audio,
                told.time().map(TimeClaim::local),
                told.time().flatMap(TimeClaim::offset),
                told.time().map(time -> time.source().family()),
                told.place(),
                fields.camera(),
                fields.livePhotoId(),
                fields.burstId(),
                fields.favourite(),
                fields.hidden(),
                fields.regions(),
                told.claims(),
                told.places());
    }
}
