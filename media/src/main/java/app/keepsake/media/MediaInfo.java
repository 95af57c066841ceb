package app.keepsake.media;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What a file's headers, metadata, sidecars, name and date tell of it.
 *
 * @param type container format
 * @param width of the upright picture, pixels
 * @param height of the upright picture, pixels
 * @param duration zero for photos
 * @param hasAudio whether there is a sound track
 * @param capturedAt the camera's wall-clock time; where only UTC is known, this, with an offset of zero
 * @param utcOffset offset of {@code capturedAt} from UTC, if it is told or follows from a second clock in UTC
 * @param timeSource where {@code capturedAt} was read, from the surest to the least: "XMP" (sidecar), "EXIF" or
 *     "QuickTime", "XMP" (inside the file), "Takeout", "file name", "file time" (when the file was last changed, which may
 *     be long after)
 * @param location where it was taken
 * @param camera make and model, as one name
 * @param livePhotoId identifier that the still and the clip of a live or motion photo share
 * @param burstId identifier that the shots of a burst share
 * @param favourite whether a sidecar says so or it has five stars
 * @param hidden whether a sidecar says that it is archived, trashed or locked away, or a rating that it is rejected
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
