package app.keepsake.catalog;

import java.util.Map;

/**
 * What the user said of memories as a whole, by their ids: that one stays, or that one is gone. Durable when the method
 * returns; memories come and go, and marks outlive them.
 */
public interface Marks {
    /** What can be said of a memory; not both at once. */
    enum Mark {
        /** It stays on the shelf, also when it would not be told again. */
        PINNED,
        /** It is not to be seen any more. */
        DELETED
    }

    /** Those in force, those said last first. */
    Map<String, Mark> all();

    /** Says something of a memory, instead of what was said before. */
    void put(String memoryId, Mark mark);

    /**
     * Takes back what was said.
     *
     * @return false when nothing was
     */
    boolean remove(String memoryId);
}
