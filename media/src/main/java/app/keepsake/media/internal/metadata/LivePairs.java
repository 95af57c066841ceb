package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.Movement;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.ClipHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Still and clip of a live photo, which are two files: they have one name, a clip of a few seconds, and no identifiers or
 * times that contradict each other. Where they share no identifier, both get one that is made of the still.
 */
final class LivePairs {
    /** Between the shutter and what a clip says, which may be its end. */
    private static final Duration APART = Duration.ofSeconds(60);

    /** Time zones differ by whole quarters of an hour, and by so many at most. */
    private static final Duration ZONE_STEP = Duration.ofMinutes(15);

    private static final Duration MOST_ZONES = Duration.ofHours(26);

    private static final int PRINTED_BYTES = 1 << 16;
    private static final int PRINT_LENGTH = 16;

    private LivePairs() {}

    /** A still with its movement, in it or beside it, and the identifier that it shares with a clip. */
    static MediaInfo still(SourceFile photo, MediaInfo alone, Instant now) throws MediaException {
        Optional<Movement> own = MotionPhoto.in(photo);
        Optional<Path> clip = Sidecars.clip(photo.path());
        if (clip.isEmpty()) {
            return own.isEmpty() ? alone : alone.moving(alone.livePhotoId(), own);
        }
        try {
            SourceFile source = SourceFile.of(clip.get());
            Optional<ClipHeader> header = source.type().isIso() && source.type().isVideo()
                    ? MotionPhoto.header(clip.get(), Optional.empty())
                    : Optional.empty();
            if (header.isPresent()) {
                MetadataFields tags = ClipTags.read(source, header.get());
                List<TimeClaim> times =
                        WhenAndWhere.decide(tags, header.get().duration(), now).claims();
                if (agree(alone.livePhotoId(), alone.claims(), tags.livePhotoId(), times)) {
                    Optional<String> id = alone.livePhotoId().or(tags::livePhotoId);
                    Movement movement = own.isPresent()
                            ? own.get()
                            : MotionPhoto.movement(clip.get(), Optional.empty(), header.get(), Optional.empty());
                    return alone.moving(id.isPresent() ? id : Optional.of(print(photo)), Optional.of(movement));
                }
            }
        } catch (MediaException unreadable) {
            // The clip's own problem.
            return alone.moving(alone.livePhotoId(), own);
        } catch (IOException e) {
            throw MediaException.ofDisk(clip.get(), e);
        }
        return alone.moving(alone.livePhotoId(), own);
    }

    /**
     * The identifier that a clip without one shares with the still of its name, if the two belong together.
     *
     * @param still as it tells of itself alone
     * @param times of the clip, the surest first
     */
    static Optional<String> idOfClip(SourceFile stillFile, MediaInfo still, Duration length, List<TimeClaim> times)
            throws MediaException {
        boolean together = length.compareTo(MotionPhoto.LONGEST) <= 0
                && agree(still.livePhotoId(), still.claims(), Optional.empty(), times);
        return together
                ? Optional.of(
                        still.livePhotoId().isPresent() ? still.livePhotoId().get() : print(stillFile))
                : Optional.empty();
    }

    private static boolean agree(
            Optional<String> stillId, List<TimeClaim> stillTimes, Optional<String> clipId, List<TimeClaim> clipTimes) {
        if (stillId.isPresent() && clipId.isPresent()) {
            return stillId.equals(clipId);
        }
        Optional<TimeClaim> still = told(stillTimes);
        Optional<TimeClaim> clip = told(clipTimes);
        return still.isEmpty() || clip.isEmpty() || near(still.get(), clip.get());
    }

    private static Optional<TimeClaim> told(List<TimeClaim> times) {
        return times.stream()
                .findFirst()
                .filter(time -> time.isTimed() && !time.doubted() && time.source() != ClaimSource.FILE_TIME);
    }

    /** At one moment, on clocks of whatever zones. */
    private static boolean near(TimeClaim one, TimeClaim other) {
        Duration between = Duration.between(one.local(), other.local()).abs();
        long rest = between.toSeconds() % ZONE_STEP.toSeconds();
        return between.compareTo(MOST_ZONES) <= 0 && Math.min(rest, ZONE_STEP.toSeconds() - rest) <= APART.toSeconds();
    }

    /** Made of what a still begins with, so that both halves have it wherever they lie. */
    private static String print(SourceFile still) throws MediaException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(still.size()).array());
            digest.update(still.readBeginning(PRINTED_BYTES));
            return "still:" + HexFormat.of().formatHex(digest.digest()).substring(0, PRINT_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
