package app.keepsake.server;

import app.keepsake.catalog.Memory;
import java.util.List;

/**
 * What the service asks of the rest of Keepsake. Heavy work runs in processes of its own: the service itself stays small,
 * and no file can hurt it. What they are to do is told over their standard input.
 */
public interface Program {
    /** What processes there are. */
    enum Part {
        /** Does one {@link Errand} of the kind {@link Errand.Index}, which needs the most memory. */
        INDEX,
        /** Does one {@link Errand} of the kind {@link Errand.KeepMusic}: it opens a file that may come from anywhere. */
        LISTEN,
        /** Does one {@link Errand} of any other kind. */
        ERRAND,
        /** Shows films while they are made, until its input ends. */
        PLAY,
        /** Makes small pictures, until its input ends. */
        THUMBNAILS,
        /** Tells what words mean, until its input ends. */
        MEANINGS,
        /** Tells directions of words by the owner's encoder, until its input ends. */
        ENCODER
    }

    /**
     * The words that start a process. None of them comes from a user. It reads lines of JSON from its standard input,
     * tells its progress as lines of JSON (task, done, total) on its standard output, and ends when it is asked to
     * terminate, or its input ends.
     *
     * @param language in which titles are written: a two-letter code, or empty for the system's
     * @throws IllegalArgumentException when the language is neither
     */
    List<String> command(String language, Part part);

    /** The moods that a film can have, calm ones first. */
    List<String> moods();

    /** The mood that fits a memory, where the user asks for none. */
    String moodFor(Memory memory);
}
