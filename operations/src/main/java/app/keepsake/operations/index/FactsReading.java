package app.keepsake.operations.index;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Place;
import app.keepsake.media.Exposure;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.Inset;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.Movement;
import app.keepsake.vision.Places;
import app.keepsake.vision.TimeZones;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What media tells of a file, in the catalog's terms. */
final class FactsReading {
    private FactsReading() {}

    static AssetFacts of(MediaInfo told) {
        MediaInfo info = told.onWallClock(TimeZones::of);
        return new AssetFacts(
                info.type().name(),
                info.type().isVideo(),
                info.width(),
                info.height(),
                info.duration(),
                info.hasAudio(),
                info.capturedAt(),
                info.utcOffset(),
                info.timeSource(),
                info.location().map(point -> new Location(point.latitude(), point.longitude())),
                info.location().flatMap(FactsReading::place),
                info.camera(),
                info.livePhotoId(),
                info.burstId(),
                info.movement().map(FactsReading::movement),
                info.favourite(),
                info.hidden(),
                ReadDating.of(info),
                exposure(info.exposure()));
    }

    private static app.keepsake.catalog.Exposure exposure(Exposure told) {
        return new app.keepsake.catalog.Exposure(
                told.lens(), told.aperture(), told.seconds(), told.iso(), told.focalLength());
    }

    private static app.keepsake.catalog.Movement movement(Movement told) {
        return new app.keepsake.catalog.Movement(
                told.inset().map(Inset::offset).orElse(0L),
                told.inset().map(Inset::length).orElse(0L),
                // As the catalog keeps it.
                told.still().truncatedTo(ChronoUnit.MILLIS),
                told.length().truncatedTo(ChronoUnit.MILLIS),
                told.width(),
                told.height(),
                told.hasAudio());
    }

    private static Optional<Place> place(GeoPoint point) {
        return Places.nearest(point)
                .map(place -> new Place(place.town().orElse(""), place.region().orElse(""), place.countryCode()));
    }
}
