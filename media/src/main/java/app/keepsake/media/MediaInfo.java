package app.keepsake.media;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What a file's headers, metadata and sidecars tell of it; nothing is guessed.
 *
 * @param type container format
 * @param width of the upright picture, pixels
 * @param height of the upright picture, pixels
 * @param duration zero for photos
 * @param hasAudio whether there is a sound track
 * @param capturedAt the camera's wall-clock time, if known
 * @param utcOffset offset of {@code capturedAt} from UTC, if known
 * @param timeSource where {@code capturedAt} was read: "EXIF", "QuickTime", "XMP", "Takeout", "file time"
 * @param location where it was taken
 * @param camera make and model, as one name
 * @param livePhotoId content identifier that a Live Photo's still and clip share
 * @param burstId identifier that the shots of a burst share
 * @param favourite whether a sidecar or rating says that the owner marked it
 * @param hidden whether a sidecar says that it is archived, trashed or hidden
 * @param regions named face regions, MWG or Takeout people without boxes are left out
 */
public record MediaInfo(
        MediaType type,
        int width,
        int height,
        Duration duration,
        boolean hasAudio,
        Optional<LocalDateTime> capturedAt,
        Optional<ZoneOffset> utcOffset,
        Optional<String> timeSource,
        Optional<GeoPoint> location,
        Optional<String> camera,
        Optional<String> livePhotoId,
        Optional<String> burstId,
        boolean favourite,
        boolean hidden,
        List<NamedRegion> regions) {
    public MediaInfo {
        regions = List.copyOf(regions);
    }
}
