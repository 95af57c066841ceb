package app.keepsake.catalog;

import java.util.Collection;
import java.util.List;

/** What the user said about what memories may show. Durable when the method returns. */
public interface Choices {
    /** Those in force, in the order in which they were made. */
    List<Choice> all();

    /** Those in force about one subject. */
    List<Choice> about(Subject subject);

    /** What decides what may be shown. */
    InForce inForce();

    /** A number that is another one after anything has changed that decides what may be shown. */
    long revision();

    /** Makes a choice; the same stance on the same subject again changes only the note. */
    Choice add(Choice.Stance stance, Subject subject, String note);

    /** Makes many choices, all of them or none. */
    List<Choice> addAll(List<ChoiceFile.Entry> entries);

    /**
     * Takes a choice back.
     *
     * @return false when no such choice is in force
     */
    boolean remove(long id);

    /**
     * Takes choices back, all of them or none; those that are not in force are left out.
     *
     * @return how many
     */
    int removeAll(Collection<Long> ids);
}
