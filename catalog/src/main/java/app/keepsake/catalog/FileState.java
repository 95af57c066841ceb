package app.keepsake.catalog;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the catalog remembers of a path.
 *
 * @param stamp as of the last reading
 * @param assetId the asset that the file holds; empty when it could not be read
 * @param missing whether the last scan did not find it
 * @param problem why it could not be read
 * @param problemVersion version of what could not read it; empty without a problem
 */
public record FileState(
        FileStamp stamp,
        OptionalLong assetId,
        boolean missing,
        Optional<String> problem,
        Optional<String> problemVersion) {
    /** Whether a file found now with this stamp need not be read again: one that was fresh is read once more. */
    public boolean isCurrent(FileStamp now) {
        return !missing && !stamp.fresh() && stamp.isLike(now);
    }
}
