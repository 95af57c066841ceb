package app.keepsake.catalog;

import java.util.List;

/** What the user said about what memories may show. Durable when the method returns. */
public interface Choices {
    /** Those in force, in the order in which they were made. */
    List<Choice> all();

    /** Makes a choice; the same stance on the same subject again changes only the note. */
    Choice add(Choice.Stance stance, Subject subject, String note);

    /**
     * Takes a choice back.
     *
     * @return false when no such choice is in force
     */
    boolean remove(long id);
}
