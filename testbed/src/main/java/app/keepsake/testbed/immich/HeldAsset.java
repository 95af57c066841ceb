package app.keepsake.testbed.immich;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * An asset of the stand-in.
 *
 * @param visibility "timeline", "archive", "hidden" or "locked"
 * @param faces of people, by their ids
 * @param picture the original's bytes' number: another one is another picture
 */
public record HeldAsset(
        String id,
        String owner,
        String name,
        boolean video,
        LocalDateTime local,
        ZoneOffset offset,
        Instant updatedAt,
        String visibility,
        boolean trashed,
        boolean favourite,
        Optional<double[]> place,
        String description,
        List<HeldFace> faces,
        int picture) {
    /** A face in a picture of 1,440 x 1,080 pixels. */
    public record HeldFace(String person, int x1, int y1, int x2, int y2) {}

    HeldAsset at(Instant now) {
        return new HeldAsset(
                id,
                owner,
                name,
                video,
                local,
                offset,
                now,
                visibility,
                trashed,
                favourite,
                place,
                description,
                faces,
                picture);
    }

    /** The same elsewhere in the timeline. */
    public HeldAsset seenAs(String newVisibility, boolean isTrashed) {
        return new HeldAsset(
                id,
                owner,
                name,
                video,
                local,
                offset,
                updatedAt,
                newVisibility,
                isTrashed,
                favourite,
                place,
                description,
                faces,
                picture);
    }

    /** The same, marked or not. */
    public HeldAsset marked(boolean isFavourite) {
        return new HeldAsset(
                id,
                owner,
                name,
                video,
                local,
                offset,
                updatedAt,
                visibility,
                trashed,
                isFavourite,
                place,
                description,
                faces,
                picture);
    }

    /** The same, taken at another time. */
    public HeldAsset takenAt(LocalDateTime time) {
        return new HeldAsset(
                id,
                owner,
                name,
                video,
                time,
                offset,
                updatedAt,
                visibility,
                trashed,
                favourite,
                place,
                description,
                faces,
                picture);
    }

    /** The same, taken there. */
    public HeldAsset takenIn(double latitude, double longitude) {
        return new HeldAsset(
                id,
                owner,
                name,
                video,
                local,
                offset,
                updatedAt,
                visibility,
                trashed,
                favourite,
                Optional.of(new double[] {latitude, longitude}),
                description,
                faces,
                picture);
    }

    /** The same with faces. */
    public HeldAsset showing(List<HeldFace> newFaces) {
        return new HeldAsset(
                id,
                owner,
                name,
                video,
                local,
                offset,
                updatedAt,
                visibility,
                trashed,
                favourite,
                place,
                description,
                newFaces,
                picture);
    }

    /** The same of somebody else. */
    public HeldAsset of(String newOwner) {
        return new HeldAsset(
                id,
                newOwner,
                name,
                video,
                local,
                offset,
                updatedAt,
                visibility,
                trashed,
                favourite,
                place,
                description,
                faces,
                picture);
    }

    /** The same with other pixels. */
    public HeldAsset pictured(int newPicture) {
        return new HeldAsset(
                id,
                owner,
                name,
                video,
                local,
                offset,
                updatedAt,
                visibility,
                trashed,
                favourite,
                place,
                description,
                faces,
                newPicture);
    }

    boolean isShown() {
        return visibility.equals("timeline") && !trashed;
    }
}
