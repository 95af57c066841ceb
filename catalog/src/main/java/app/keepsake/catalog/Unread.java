package app.keepsake.catalog;

import java.util.List;
import java.util.Set;

/**
 * Photos of which something is read after all else, and noted without the right to index, since that may take days: what
 * two processes note of one photo is the same. Safe for use by several threads.
 */
public interface Unread {
    /**
     * Photos with a file that is there and that a version has not read: those never read first, the newest first. One
     * over which it died twice is not among them.
     *
     * @param limit at most so many
     */
    List<Asset> unread(String version, int limit);

    /**
     * Notes that a photo is about to be opened. The note goes when what was read is written, or with {@link #leave}; one
     * that stays tells that a process died over it, or was ended.
     */
    void begin(long assetId, String version);

    /** Takes back what {@link #begin} noted: the photo could not be reached, and is tried again. */
    void leave(long assetId);

    /** How many of all photos with a file that is there a version has not read, besides some. */
    long countUnread(String version, Set<Long> besides);
}
