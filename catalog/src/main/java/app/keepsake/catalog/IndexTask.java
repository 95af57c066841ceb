package app.keepsake.catalog;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file to look at.
 *
 * @param file as the catalog knows it
 * @param stamp as of the scan that found it
 * @param newSidecar whether it was known with another sidecar
 * @param assetId of an asset that is known, and whose pixels are to be looked at anew
 */
public record IndexTask(Path file, FileStamp stamp, boolean newSidecar, OptionalLong assetId) {
    /** What became of it. */
    public enum Outcome {
        /** It was looked into. */
        ANALYSED,
        /** Its content was known under another name. */
        MOVED,
        /** It cannot be read, and that was not known. */
        PROBLEM,
        /** It cannot be read, as was known. */
        KNOWN_PROBLEM,
        /** It is not there for the process that had it. Another one may see it. */
        UNSEEN
    }
}
