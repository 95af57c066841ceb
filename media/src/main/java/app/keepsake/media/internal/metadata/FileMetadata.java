package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.MediaDetails;
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
        return source.type().isVideo() ? ofClip(source, now) : LivePairs.still(source, ofPhoto(source, now), now);
    }

    /** The clip of a photo's name, if there is one. */
    public static Optional<Path> clipBeside(Path photo) {
        return Sidecars.clip(photo);
    }

    private static MediaInfo ofPhoto(SourceFile source, Instant now) throws MediaException {
        StillHeader header = StillHeader.read(source);
        MetadataFields own = EmbeddedMetadata.read(source, header.stored(), header.orientation())
                .and(PngText.times(source), List.of())
                .or(OldCameras.read(source));
        MetadataFields fields = withOutside(source.path(), header.stored(), header.orientation(), own);
        WhenAndWhere told = WhenAndWhere.decide(fields, Duration.ZERO, now);
        return info(source, header.upright(), Duration.ZERO, false, fields, told, header.details());
    }

    private static MediaInfo ofClip(SourceFile source, Instant now) throws MediaException {
        ClipHeader header = ClipHeader.read(source.path());
        MetadataFields own = ClipTags.read(source, header);
        MetadataFields fields = withOutside(source.path(), header.size(), Orientation.NORMAL, own);
        boolean mayBeHalf = fields.livePhotoId().isEmpty() && header.duration().compareTo(MotionPhoto.LONGEST) <= 0;
        Optional<SourceFile> beside = mayBeHalf || needsStill(fields, now) ? still(source.path()) : Optional.empty();
        Optional<MediaInfo> still = beside.flatMap(photo -> told(photo, now));
        MetadataFields all = fields.or(still.map(FileMetadata::claimsOfStill).orElse(MetadataFields.NOTHING));
        WhenAndWhere told = WhenAndWhere.decide(all, header.duration(), now);
        // Takeout says of the still alone that both are put away.
        boolean away = told.isOfStill() && still.filter(MediaInfo::hidden).isPresent();
        MediaInfo clip = info(
                source,
                header.size(),
                header.duration(),
                header.hasAudio(),
                away ? all.putAway() : all,
                told,
                MediaDetails.ofHdr(header.hdr()));
        if (!mayBeHalf || beside.isEmpty() || still.isEmpty()) {
            return clip;
        }
        List<TimeClaim> times = WhenAndWhere.decide(own, header.duration(), now).claims();
        return clip.moving(LivePairs.idOfClip(beside.get(), still.get(), header.duration(), times), Optional.empty());
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
                || WhenAndWhere.decide(clip, Duration.ZERO, now)
                        .time()
                        .filter(TimeClaim::hasZone)
                        .isEmpty();
    }

    /** The photo of a clip's name, if there is one. */
    private static Optional<SourceFile> still(Path clip) {
        try {
            Optional<Path> found = Sidecars.still(clip);
            // What has a photo's name may be another clip, or this one.
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SourceFile.of(found.get()))
                            .filter(photo -> !photo.type().isVideo());
        } catch (MediaException e) {
            return Optional.empty();
        }
    }

    private static Optional<MediaInfo> told(SourceFile photo, Instant now) {
        try {
            return Optional.of(ofPhoto(photo, now));
        } catch (MediaException e) {
            return Optional.empty();
        }
    }

    private static MetadataFields claimsOfStill(MediaInfo still) {
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
            SourceFile source,
            Sizes size,
            Duration duration,
            boolean audio,
            MetadataFields fields,
            WhenAndWhere told,
            MediaDetails details) {
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
                Optional.empty(),
                told.claims(),
                told.places(),
                details,
                fields.scanned(),
                fields.exposure());
    }
}
