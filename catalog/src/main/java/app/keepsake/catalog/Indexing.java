package app.keepsake.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The right to write what was computed. Each call is one transaction: a killed process loses at most the call that it
 * was in. Safe for use by several threads.
 */
public interface Indexing extends AutoCloseable {
    /**
     * Notes that a file is about to be opened. The note goes with whatever is noted of the file next, or by {@link
     * #leave}; one that stays tells that a process died over the file.
     *
     * @return over how many attempts at this very file processes have died
     */
    int take(Path file, FileStamp stamp);

    /** Takes back what {@link #take} noted: nothing died. */
    void leave(Path file);

    /** The files below a folder over which processes died, and that were not noted since. */
    Set<Path> taken(Path folder);

    /**
     * Notes a file and all that was found in it, replacing what was known of the path.
     *
     * @param stamp as of before the file was read
     * @param metadataVersion of what read the facts
     */
    Asset add(
            Path file, FileStamp stamp, ContentHash hash, AssetFacts facts, String metadataVersion, Findings findings);

    /**
     * Notes that a file holds content that is known already: it was moved, or is a copy.
     *
     * @return false when the content is not known, and nothing was noted
     */
    boolean link(Path file, FileStamp stamp, ContentHash hash);

    /** Replaces what is known of the stages that the findings name. */
    void update(long assetId, Findings findings);

    /** Replaces an asset's facts, as when a sidecar changed or metadata are read anew. */
    void updateFacts(long assetId, AssetFacts facts, String metadataVersion);

    /**
     * Notes that a file could not be read.
     *
     * @param version of what could not read it
     * @return whether this is news: false when the same was said of the unchanged file before
     */
    boolean problem(Path file, FileStamp stamp, String reason, String version);

    /**
     * Marks files of a folder as missing, or as there again.
     *
     * @param found all files that a complete scan of the folder found
     * @return how many went missing
     */
    int reconcile(Path folder, Set<Path> found);

    /**
     * Notes who faces are, and that all faces of the library have been considered; nothing of it when anything was said
     * since the grouping began, which did not know of it.
     *
     * @param people in the order in which new ones get their numbers
     * @param doubts what the user can be asked, the most useful first; replaces what was noted before
     * @param version of what found them
     * @param revision as {@link Choices#revision()} gave it before anything was read that they were found from
     * @return whether it was noted
     */
    boolean people(List<PersonFound> people, List<DoubtFound> doubts, String version, long revision);

    @Override
    void close();
}
