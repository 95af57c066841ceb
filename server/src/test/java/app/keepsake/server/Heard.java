package app.keepsake.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Keepsake's log is told while this is open. */
public final class Heard extends Handler implements AutoCloseable {
    // Held, because the log manager forgets the level of a logger that nobody holds.
    private static final Logger KEEPSAKE = Logger.getLogger("app.keepsake");

    private final List<LogRecord> entries = new CopyOnWriteArrayList<>();

    /** Listens to everything, as with --verbose. */
    public Heard() {
        this(Level.ALL);
    }

    /** @param least what is told at this level or above */
    public Heard(Level least) {
        KEEPSAKE.setLevel(least);
        KEEPSAKE.addHandler(this);
    }

    /** All that was told, with the messages of exceptions. */
    public List<String> lines() {
        return entries.stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage()
                        + (entry.getThrown() == null ? "" : " " + entry.getThrown()))
                .toList();
    }

    @Override
    public void publish(LogRecord entry) {
        entries.add(entry);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        KEEPSAKE.removeHandler(this);
        KEEPSAKE.setLevel(null);
    }
}
