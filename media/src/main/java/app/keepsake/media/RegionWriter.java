package app.keepsake.media;

import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.metadata.RegionSidecar;
import app.keepsake.media.internal.photo.StillHeader;
import java.nio.file.Path;
import java.util.List;

/** Writes who is in a photo into the XMP sidecar beside it, for other programs. The photo itself is not touched. */
public final class RegionWriter {
    private RegionWriter() {}

    /**
     * Adds regions to the sidecar {@code photo.jpg.xmp}, or to {@code photo.xmp} if that is there; makes one if neither
     * is. Whatever else a sidecar holds stays: a region that another program drew around the same face keeps its box
     * and its name.
     *
     * @param regions of the upright picture
     * @return false if the sidecar held all of them already, and nothing was written
     * @throws MediaException when the photo cannot be read, or the sidecar is no XMP or cannot be written; it is then
     *     as it was
     */
    public static boolean write(Path photo, List<NamedRegion> regions) throws MediaException {
        SourceFile source = SourceFile.of(photo);
        if (source.type().isVideo()) {
            throw new MediaException(
                    photo, "a photo", "a clip, which has no regions", "Names of people in clips stay in the catalog.");
        }
        StillHeader header = StillHeader.read(source);
        return RegionSidecar.add(photo, header.stored(), header.orientation(), regions);
    }
}
