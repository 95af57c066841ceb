package app.keepsake.media.internal.metadata;

import app.keepsake.media.GeoPoint;
import app.keepsake.media.NamedRegion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one source tells of a file; all of it may be missing.
 *
 * @param time when it was taken
 * @param location where
 * @param camera make and model
 * @param livePhotoId shared by the still and the clip of a live photo
 * @param burstId shared by the shots of a burst
 * @param favourite whether the owner marked it as one
 * @param hidden whether the owner put it away
 * @param regions named faces, in upright coordinates
 */
record MetadataFields(
        Optional<CaptureTime> time,
        Optional<GeoPoint> location,
        Optional<String> camera,
        Optional<String> livePhotoId,
        Optional<String> burstId,
        boolean favourite,
        boolean hidden,
        List<NamedRegion> regions) {
    static final MetadataFields NOTHING = new MetadataFields(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            List.of());

    /** This, with the gaps filled from another source. */
    MetadataFields or(MetadataFields other) {
        return new MetadataFields(
                time.map(mine -> other.time.map(mine::completedBy).orElse(mine)).or(other::time),
                location.or(other::location),
                camera.or(other::camera),
                livePhotoId.or(other::livePhotoId),
                burstId.or(other::burstId),
                favourite || other.favourite,
                hidden || other.hidden,
                regions.isEmpty() ? other.regions : regions);
    }

    static MetadataFields at(Optional<CaptureTime> time) {
        return NOTHING.withTime(time);
    }

    MetadataFields withTime(Optional<CaptureTime> newTime) {
        return new MetadataFields(newTime, location, camera, livePhotoId, burstId, favourite, hidden, regions);
    }

    /** Many makers begin the model with their name; it is said once. */
    static Optional<String> cameraName(Optional<String> make, Optional<String> model) {
        if (model.isEmpty() || make.isEmpty()) {
            return model.or(() -> make);
        }
        String maker = make.get().split("[\\s,]+", -1)[0].toLowerCase(Locale.ROOT);
        return model.get().toLowerCase(Locale.ROOT).startsWith(maker)
                ? model
                : Optional.of(make.get() + " " + model.get());
    }
}
