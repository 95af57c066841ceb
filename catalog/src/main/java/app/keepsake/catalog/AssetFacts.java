package app.keepsake.catalog;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a file's headers, metadata and sidecars tell of an asset.
 *
 * @param format container, for example "JPEG"
 * @param clip whether it moves
 * @param width of the upright picture, pixels
 * @param height of the upright picture, pixels
 * @param duration zero for photos
 * @param hasAudio whether there is a sound track
 * @param capturedAt the camera's wall-clock time, if known; kept to the millisecond
 * @param utcOffset offset of {@code capturedAt} from UTC, if known
 * @param timeSource where {@code capturedAt} was read
 * @param location where it was taken
 * @param place that location's name
 * @param camera make and model
 * @param livePhotoId what a Live Photo's still and clip share
 * @param burstId what the shots of a burst share
 * @param favourite whether the owner marked it, in metadata or a sidecar
 * @param hidden whether the owner hid, archived or trashed it elsewhere
 */
public record AssetFacts(
        String format,
        boolean clip,
        int width,
        int height,
        Duration duration,
        boolean hasAudio,
        Optional<LocalDateTime> capturedAt,
        Optional<ZoneOffset> utcOffset,
        Optional<String> timeSource,
        Optional<Location> location,
        Optional<Place> place,
        Optional<String> camera,
        Optional<String> livePhotoId,
        Optional<String> burstId,
        boolean favourite,
        boolean hidden) {
    /** The same, but hidden. */
    public AssetFacts withHidden() {
        return new AssetFacts(
                format,
                clip,
                width,
                height,
                duration,
                hasAudio,
                capturedAt,
                utcOffset,
                timeSource,
                location,
                place,
                camera,
                livePhotoId,
                burstId,
                favourite,
                true);
    }
}
