package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.Exposure;
import app.keepsake.media.NamedRegion;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one source tells of a file; all of it may be missing.
 *
 * @param times when it was taken, by each of its tags
 * @param places where
 * @param camera make and model
 * @param livePhotoId shared by the still and the clip of a live photo
 * @param burstId shared by the shots of a burst
 * @param favourite whether the owner marked it as one
 * @param hidden whether the owner put it away
 * @param regions named faces, in upright coordinates
 * @param scanned whether it tells of a scanner
 * @param exposure lens and light
 */
record MetadataFields(
        List<TimeClaim> times,
        List<PlaceClaim> places,
        Optional<String> camera,
        Optional<String> livePhotoId,
        Optional<String> burstId,
        boolean favourite,
        boolean hidden,
        List<NamedRegion> regions,
        boolean scanned,
        Exposure exposure) {
    private static final Set<ClaimSource> NOBODYS_WORD = Set.of(ClaimSource.GPS, ClaimSource.MODIFIED);

    static final MetadataFields NOTHING = new MetadataFields(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            List.of(),
            false,
            Exposure.UNKNOWN);

    MetadataFields {
        times = List.copyOf(times);
        places = List.copyOf(places);
        regions = List.copyOf(regions);
    }

    /** This, with the gaps filled from another source, and the claims of both. */
    MetadataFields or(MetadataFields other) {
        return new MetadataFields(
                both(times, other.times),
                both(places, other.places),
                camera.or(other::camera),
                livePhotoId.or(other::livePhotoId),
                burstId.or(other::burstId),
                favourite || other.favourite,
                hidden || other.hidden,
                regions.isEmpty() ? other.regions : regions,
                scanned || other.scanned,
                exposure.or(other.exposure));
    }

    private static <T> List<T> both(List<T> mine, List<T> others) {
        return Stream.concat(mine.stream(), others.stream()).toList();
    }

    static MetadataFields at(Optional<TimeClaim> time) {
        return NOTHING.and(time.stream().toList(), List.of());
    }

    /** This, with more claims. */
    MetadataFields and(List<TimeClaim> moreTimes, List<PlaceClaim> morePlaces) {
        return claiming(both(times, moreTimes), both(places, morePlaces));
    }

    /** The same, told by another. */
    MetadataFields from(ClaimSource source) {
        return claiming(
                // When a program last wrote is no more than this, whoever tells it, and so is what satellites told.
                times.stream()
                        .map(time -> NOBODYS_WORD.contains(time.source()) ? time : time.from(source))
                        .toList(),
                places.stream()
                        .map(place -> new PlaceClaim(place.point(), source))
                        .toList());
    }

    MetadataFields putAway() {
        return new MetadataFields(
                times, places, camera, livePhotoId, burstId, favourite, true, regions, scanned, exposure);
    }

    private MetadataFields claiming(List<TimeClaim> newTimes, List<PlaceClaim> newPlaces) {
        return new MetadataFields(
                newTimes, newPlaces, camera, livePhotoId, burstId, favourite, hidden, regions, scanned, exposure);
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
