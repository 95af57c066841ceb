package app.keepsake.media;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
 * @param timeSource where {@code capturedAt} was read: a family of {@link ClaimSource}s, such as "EXIF"; "file time" is when
 *     the file was last changed, which may be long after
 * @param location where it was taken
 * @param camera make and model, as one name
 * @param livePhotoId identifier that the still and the clip of a live or motion photo share
 * @param burstId identifier that the shots of a burst share
 * @param favourite whether a sidecar says so or it has five stars
 * @param hidden whether a sidecar says that it is archived, trashed or locked away, or a rating that it is rejected
 * @param regions named face regions, MWG or Takeout people without boxes are left out
 * @param movement of a photo, what its camera kept of the seconds around it; empty for clips
 * @param claims all that is told of when it was taken, {@code capturedAt} first if there is one
 * @param places all that is told of where, {@code location} first
 * @param details what else it holds than what is shown
 * @param scanned whether a scanner made it, of something older
 * @param exposure lens and light, as a camera noted it
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
        List<NamedRegion> regions,
        Optional<Movement> movement,
        List<TimeClaim> claims,
        List<PlaceClaim> places,
        MediaDetails details,
        boolean scanned,
        Exposure exposure) {
    public MediaInfo {
        regions = List.copyOf(regions);
        claims = List.copyOf(claims);
        places = List.copyOf(places);
    }

    /**
     * The same on the wall clock of its place, where only UTC is known: so it stands where people remember it, among
     * photos whose cameras tell the wall clock.
     *
     * @param zones the time zone of a place, if it is known
     */
    public MediaInfo onWallClock(Function<GeoPoint, Optional<ZoneId>> zones) {
        Optional<TimeClaim> utc =
                claims.stream().findFirst().filter(claim -> capturedAt.isPresent() && claim.onlyUtc());
        return utc.flatMap(claim -> location.flatMap(zones)
                        .map(zone -> claim.movedTo(
                                zone.getRules().getOffset(claim.local().toInstant(ZoneOffset.UTC)))))
                .map(this::at)
                .orElse(this);
    }

    private MediaInfo at(TimeClaim time) {
        return with(
                Optional.of(time.local()),
                time.offset(),
                Stream.concat(Stream.of(time), claims.stream().skip(1)).toList(),
                livePhotoId,
                movement);
    }

    /** The same as the still of a live or motion photo, or as its clip, with what they share. */
    public MediaInfo moving(Optional<String> id, Optional<Movement> with) {
        return with(capturedAt, utcOffset, claims, id, with);
    }

    private MediaInfo with(
            Optional<LocalDateTime> newTime,
            Optional<ZoneOffset> newOffset,
            List<TimeClaim> newClaims,
            Optional<String> newId,
            Optional<Movement> newMovement) {
        return new MediaInfo(
                type,
                width,
                height,
                duration,
                hasAudio,
                newTime,
                newOffset,
                timeSource,
                location,
                camera,
                newId,
                burstId,
                favourite,
                hidden,
                regions,
                newMovement,
                newClaims,
                places,
                details,
                scanned,
                exposure);
    }
}
