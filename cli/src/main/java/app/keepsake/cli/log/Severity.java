package app.keepsake.cli.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/** How much is told, the least first; each with the number that syslog and the journal know it by. */
public enum Severity {
    ERROR(Level.SEVERE, 3),
    WARN(Level.WARNING, 4),
    INFO(Level.INFO, 6),
    DEBUG(Level.FINE, 7);

    private final Level level;
    private final int priority;

    Severity(Level level, int priority) {
        this.level = level;
        this.priority = priority;
    }

    /** The severity of a word, in any case; empty when it is none. */
    public static Optional<Severity> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static Severity of(Level level) {
        return Arrays.stream(values())
                .filter(one -> level.intValue() >= one.level.intValue())
                .findFirst()
                .orElse(DEBUG);
    }

    Level level() {
        return level;
    }

    int priority() {
        return priority;
    }

    /** Whether names of files may be told. */
    boolean tellsNames() {
        return this == DEBUG;
    }
}
