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

    private HeldAsset with(
            String itsOwner,
            LocalDateTime time,
            Instant changed,
            String seenAs,
            boolean isTrashed,
            boolean isFavourite,
            Optional<double[]> where,
            List<HeldFace> seen,
            int pixels) {
        return new HeldAsset(
                id,
                itsOwner,
                name,
                video,
                time,
                offset,
                changed,
                seenAs,
                isTrashed,
                isFavourite,
                where,
                description,
                seen,
                pixels);
    }

    HeldAsset at(Instant now) {
        return with(owner, local, now, visibility, trashed, favourite, place, faces, picture);
    }

    /** The same elsewhere in the timeline. */
    public HeldAsset seenAs(String newVisibility, boolean isTrashed) {
        return with(owner, local, updatedAt, newVisibility, isTrashed, favourite, place, faces, picture);
    }

    /** The same, marked or not. */
    public HeldAsset marked(boolean isFavourite) {
        return with(owner, local, updatedAt, visibility, trashed, isFavourite, place, faces, picture);
    }

    /** The same, taken at another time. */
    public HeldAsset takenAt(LocalDateTime time) {
        return with(owner, time, updatedAt, visibility, trashed, favourite, place, faces, picture);
    }

    /** The same, taken there. */
    public HeldAsset takenIn(double latitude, double longitude) {
        Optional<double[]> there = Optional.of(new double[] {latitude, longitude});
        return with(owner, local, updatedAt, visibility, trashed, favourite, there, faces, picture);
    }

    /** The same with faces. */
    public HeldAsset showing(List<HeldFace> newFaces) {
        return with(owner, local, updatedAt, visibility, trashed, favourite, place, newFaces, picture);
    }

    /** The same of somebody else. */
    public HeldAsset of(String newOwner) {
        return with(newOwner, local, updatedAt, visibility, trashed, favourite, place, faces, picture);
    }

    /** The same with other pixels. */
    public HeldAsset pictured(int newPicture) {
        return with(owner, local, updatedAt, visibility, trashed, favourite, place, faces, newPicture);
    }

    boolean isShown() {
        return visibility.equals("timeline") && !trashed;
    }
}
