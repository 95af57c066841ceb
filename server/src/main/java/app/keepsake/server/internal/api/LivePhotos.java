package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Movement;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Quality;
import java.time.Duration;
import java.util.Optional;

/** What of the seconds around a photo may be played. Safe for use by several threads. */
final class LivePhotos {
    private final Catalog catalog;

    LivePhotos(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The part of a photo's movement that may be played.
     *
     * @param from where it begins in the clip, in seconds
     * @param to where it ends
     * @param sound whether there is any to hear
     */
    record Moving(double from, double to, boolean sound) {}

    /**
     * Empty where the photo stands still, or its clip is hidden. Of a clip that is a part of the photo nobody was asked
     * whom it shows: while somebody is hidden, only what shows nobody whom its photo does not show is played.
     */
    Optional<Moving> of(AssetView photo) {
        Optional<Movement> movement = photo.asset().facts().movement();
        if (movement.isEmpty()) {
            return Optional.empty();
        }
        Moving whole =
                new Moving(0, seconds(movement.get().length()), movement.get().hasAudio());
        if (!movement.get().isInside()) {
            return clip(photo.asset()).map(clip -> whole);
        }
        boolean somebody = catalog.people().all().stream().anyMatch(Person::hidden);
        return somebody
                ? photo.quality()
                        .flatMap(Quality::bestSpan)
                        .map(span -> new Moving(seconds(span.start()), seconds(span.end()), whole.sound))
                : Optional.of(whole);
    }

    /** The clip that is an asset of its own and may be seen, for a photo whose movement is no part of it. */
    Optional<Asset> clip(Asset photo) {
        return photo.facts().livePhotoId().stream()
                .flatMap(id -> catalog.assets().clipsOf(id).stream())
                .map(AssetView::asset)
                .filter(clip -> !catalog.assets().isHidden(clip))
                .findFirst();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
