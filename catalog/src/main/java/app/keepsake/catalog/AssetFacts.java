package app.keepsake.catalog;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

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
 * @param movement of a photo, what its camera kept of the seconds around it
 * @param favourite whether the owner marked it, in metadata or a sidecar
 * @param hidden whether the owner hid, archived or trashed it elsewhere
 * @param dating how well {@code capturedAt} is known
 * @param exposure lens and light, as a camera noted it
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
        Optional<Movement> movement,
        boolean favourite,
        boolean hidden,
        Dating dating,
        Exposure exposure) {
    private static final String FILE_TIME = "file time";
    private static final Set<DateDoubt> NO_DATES = Set.of(DateDoubt.FILE_TIME, DateDoubt.SCANNED);

    /** A photo of which nothing else is known. */
    public static AssetFacts photo(String format, int width, int height) {
        return bare(format, false, width, height, Duration.ZERO, false);
    }

    /** A clip of which nothing else is known. */
    public static AssetFacts clip(String format, int width, int height, Duration duration, boolean hasAudio) {
        return bare(format, true, width, height, duration, hasAudio);
    }

    private static AssetFacts bare(
            String format, boolean clip, int width, int height, Duration duration, boolean hasAudio) {
        return new AssetFacts(
                format,
                clip,
                width,
                height,
                duration,
                hasAudio,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Dating.EXACT,
                Exposure.UNKNOWN);
    }

    /** The same, taken at that time, which was read in {@code source}. */
    public AssetFacts takenAt(LocalDateTime time, String source) {
        return with(Optional.of(time), Optional.of(source), location, place, livePhotoId, burstId, favourite, hidden);
    }

    /** The same, taken there. */
    public AssetFacts takenIn(Location where, Place name) {
        return with(
                capturedAt, timeSource, Optional.of(where), Optional.of(name), livePhotoId, burstId, favourite, hidden);
    }

    /** The same, as half of a live photo and one of a burst, if there are ids. */
    public AssetFacts together(Optional<String> livePhoto, Optional<String> burst) {
        return with(capturedAt, timeSource, location, place, livePhoto, burst, favourite, hidden);
    }

    /** The same, marked by its owner or not. */
    public AssetFacts marked(boolean asFavourite, boolean asHidden) {
        return with(capturedAt, timeSource, location, place, livePhotoId, burstId, asFavourite, asHidden);
    }

    /** The same, but hidden. */
    public AssetFacts withHidden() {
        return marked(favourite, true);
    }

    /** The same, with its camera and its offset from UTC. */
    public AssetFacts takenBy(Optional<String> maker, Optional<ZoneOffset> offset) {
        return with(offset, maker, movement, dating, exposure);
    }

    /** The same, as a photo that moves. */
    public AssetFacts moving(Movement seconds) {
        return with(utcOffset, camera, Optional.of(seconds), dating, exposure);
    }

    /** The same, exposed so. */
    public AssetFacts exposed(Exposure light) {
        return with(utcOffset, camera, movement, dating, light);
    }

    /** The same, of which it is so well known when it was taken. */
    public AssetFacts dated(Dating how) {
        return with(utcOffset, camera, movement, how, exposure);
    }

    /** When it was taken, as exactly as is known; empty if nothing is. */
    public Optional<Taken> taken() {
        return capturedAt.map(time -> new Taken(time, dating.precision(), dating.until()));
    }

    /** The same, if it is known at all: neither the file system's time nor the day of scanning says it. */
    public Optional<Taken> knownTaken() {
        boolean isOther = timeSource.equals(Optional.of(FILE_TIME))
                || dating.doubt().filter(NO_DATES::contains).isPresent();
        return taken().filter(when -> !isOther);
    }

    private AssetFacts with(
            Optional<ZoneOffset> offset,
            Optional<String> maker,
            Optional<Movement> seconds,
            Dating how,
            Exposure light) {
        return new AssetFacts(
                format,
                clip,
                width,
                height,
                duration,
                hasAudio,
                capturedAt,
                offset,
                timeSource,
                location,
                place,
                maker,
                livePhotoId,
                burstId,
                seconds,
                favourite,
                hidden,
                how,
                light);
    }

    private AssetFacts with(
            Optional<LocalDateTime> time,
            Optional<String> source,
            Optional<Location> where,
            Optional<Place> name,
            Optional<String> livePhoto,
            Optional<String> burst,
            boolean asFavourite,
            boolean asHidden) {
        return new AssetFacts(
                format,
                clip,
                width,
                height,
                duration,
                hasAudio,
                time,
                utcOffset,
                source,
                where,
                name,
                camera,
                livePhoto,
                burst,
                movement,
                asFavourite,
                asHidden,
                dating,
                exposure);
    }
}
