package app.keepsake.server.internal.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command says on its standard error output: entries of its log, which begin with a priority such as {@code <4>}
 * and go into the service's, and words for people, of which the last are kept for whoever asks why it ended.
 * Thread-safe.
 */
final class LastWords {
    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final Pattern ENTRY = Pattern.compile("<([3-7])>(.*)");
    private static final int KEPT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String command;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    /** @param command what it is called in the log */
    LastWords(String command, BufferedReader errors) {
        this.command = command;
        this.reader = Readers.start("errors of " + command, () -> read(errors));
    }

    private void read(BufferedReader errors) {
        try (errors) {
            String line = errors.readLine();
            while (line != null) {
                hear(line);
                line = errors.readLine();
            }
        } catch (IOException ended) {
            LOG.debug("{}: its errors end", command, ended);
        }
    }

    private void hear(String line) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            LOG.debug("{}: {}", command, line);
            keep(line);
            return;
        }
        switch (entry.group(1)) {
            case "3" -> LOG.error("{}: {}", command, entry.group(2));
            case "4" -> LOG.warn("{}: {}", command, entry.group(2));
            case "5", "6" -> LOG.info("{}: {}", command, entry.group(2));
            default -> LOG.debug("{}: {}", command, entry.group(2));
        }
    }

    private synchronized void keep(String line) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.add(line);
    }

    /** The last of them, once no more come: that is waited for, but not for long, since a child of the child may hold on. */
    List<String> all() throws InterruptedException {
        boolean ignored = reader.join(PATIENCE);
        synchronized (this) {
            return List.copyOf(lines);
        }
    }
}
