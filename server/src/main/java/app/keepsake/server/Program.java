package app.keepsake.server;

import app.keepsake.catalog.Memory;
import java.util.List;

/**
 * What the service asks of the rest of Keepsake. Heavy work runs in processes of its own, by the commands that a person
 * could give: the service itself stays small, and no file can hurt it.
 */
public interface Program {
    /**
     * The words that start a command of Keepsake in a process of its own, which tells its progress as lines of JSON
     * (task, done, total) on its standard output, and ends when it is asked to terminate.
     *
     * @param language in which titles are written: a two-letter code, or empty for the system's
     * @param arguments of the command line
     */
    List<String> command(String language, List<String> arguments);

    /** The moods that a film can have, calm ones first. */
    List<String> moods();

    /** The mood that fits a memory, where the user asks for none. */
    String moodFor(Memory memory);
}
