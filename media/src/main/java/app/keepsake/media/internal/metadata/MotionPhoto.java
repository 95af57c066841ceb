package app.keepsake.media.internal.metadata;

import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaType;
import app.keepsake.media.Movement;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.ClipHeader;
import app.keepsake.media.internal.structure.HeifItems;
import app.keepsake.media.internal.structure.InnerClip;
import app.keepsake.media.internal.structure.IsoBoxes;
import app.keepsake.media.internal.structure.PhoneTrailer;
import app.keepsake.media.internal.structure.StillTime;
import app.keepsake.media.internal.structure.Window;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The clip in a JPEG or HEIF file that its camera kept with the photo. What is damaged of it makes the photo one that does not
 * move, and nothing worse.
 */
final class MotionPhoto {
    /** Phones keep three seconds; some a little more. */
    static final Duration LONGEST = Duration.ofSeconds(6);

    private static final Duration SHORTEST = Duration.ofMillis(300);
    /** Of its pictures and pieces of sound. */
    private static final int MOST_SAMPLES = 5000;

    private MotionPhoto() {}

    /** @throws MediaException when the file itself cannot be read */
    static Optional<Movement> in(SourceFile photo) throws MediaException {
        if (photo.type() != MediaType.JPEG && photo.type() != MediaType.HEIF) {
            return Optional.empty();
        }
        try (Window file = Window.open(photo.path())) {
            Optional<MotionTags> tags = packet(photo, file).flatMap(MotionTags::read);
            Optional<Inset> inset = photo.type() == MediaType.HEIF ? InnerClip.inHeif(file) : PhoneTrailer.read(file);
            if (inset.isEmpty() && tags.isPresent()) {
                inset = told(file, tags.get());
            }
            Optional<ClipHeader> clip = inset.isEmpty() ? Optional.empty() : header(photo.path(), inset);
            return clip.isEmpty()
                    ? Optional.empty()
                    : Optional.of(movement(photo.path(), inset, clip.get(), tags.flatMap(MotionTags::still)));
        } catch (EOFException cutOff) {
            return Optional.empty();
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(photo.path(), e);
        }
    }

    private static Optional<byte[]> packet(SourceFile photo, Window file) throws IOException {
        if (photo.type() == MediaType.HEIF) {
            return HeifItems.read(file).xmp(MetadataParts.MOST_XMP_BYTES);
        }
        Optional<InputStream> parts = MetadataParts.of(photo);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        byte[] all = parts.get().readAllBytes();
        byte[] mark = MetadataParts.XMP_PACKET;
        for (int i = 0; i + mark.length < all.length; i++) {
            if (all[i] == 'h' && Arrays.equals(all, i, i + mark.length, mark, 0, mark.length)) {
                return Optional.of(Arrays.copyOfRange(all, i + mark.length, all.length));
            }
        }
        return Optional.empty();
    }

    private static Optional<Inset> told(Window file, MotionTags tags) throws IOException {
        for (long fromEnd : tags.fromEnd()) {
            Optional<Inset> found = InnerClip.at(file, file.size() - fromEnd, file.size());
            // Not the file itself, where that is one of boxes too.
            if (found.filter(inset -> inset.offset() > 0).isPresent()) {
                return found;
            }
        }
        return InnerClip.search(file);
    }

    /**
     * The header of a clip that may be a movement.
     *
     * @param inset where it lies; empty for the whole of the file
     * @return empty where it is none that can be played, or too long to be one
     */
    static Optional<ClipHeader> header(Path file, Optional<Inset> inset) throws MediaException {
        try {
            return IsoBoxes.read(file, inset).samples() > MOST_SAMPLES
                    ? Optional.empty()
                    : Optional.of(ClipHeader.read(file, inset))
                            .filter(clip -> clip.duration().compareTo(SHORTEST) >= 0)
                            .filter(clip -> clip.duration().compareTo(LONGEST) <= 0);
        } catch (MediaException e) {
            if (e.isPassing()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * A clip as a movement.
     *
     * @param inset where it lies; empty for the whole of the file
     * @param clip its header
     * @param still when in it the photo was taken, where the photo tells it
     */
    static Movement movement(Path file, Optional<Inset> inset, ClipHeader clip, Optional<Duration> still)
            throws IOException {
        Optional<Duration> told = still.isPresent() ? still : StillTime.read(file, inset);
        Duration length = clip.duration();
        return new Movement(
                inset,
                told.filter(time -> time.compareTo(length) <= 0).orElse(length.dividedBy(2)),
                length,
                clip.size().width(),
                clip.size().height(),
                clip.hasAudio());
    }
}
