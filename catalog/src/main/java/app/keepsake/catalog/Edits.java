package app.keepsake.catalog;

import java.util.Map;

/** What the user changed of memories, by their ids. Durable when the method returns; memories come and go. */
public interface Edits {
    /** Those in force. */
    Map<String, Edit> all();

    /** {@link Edit#NONE} for a memory that was not changed. */
    Edit of(String memoryId);

    /** Changes a memory, instead of what was changed before; {@link Edit#NONE} takes all changes back. */
    void put(String memoryId, Edit edit);
}
