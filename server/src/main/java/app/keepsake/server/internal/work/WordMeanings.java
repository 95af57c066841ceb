package app.keepsake.server.internal.work;

import app.keepsake.memories.Meanings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Meanings of words, found out in a process of its own, which holds the model only for as long as words come. Nobody waits
 * for it: what is not known yet is found out for whoever asks again. Safe for use by several threads.
 */
public final class WordMeanings implements Meanings, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WordMeanings.class);
    private static final int REMEMBERED = 4000;
    private static final int MOST_WAITING = 24;
    private static final Duration IDLE = Duration.ofSeconds(90);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Supplier<List<String>> command;
    private final Map<String, List<String>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Deque<String> waiting = new ArrayDeque<>();
    private Set<String> tags = Set.of();
    private @Nullable Thread working;
    private @Nullable ChildProcess process;
    private long failedAt;
    private boolean failed;
    private boolean closed;

    /** @param command that starts the process */
    public WordMeanings(Supplier<List<String>> command) {
        this.command = command;
    }

    @Override
    public synchronized Optional<List<String>> of(String phrase, Collection<String> wanted) {
        if (!tags.equals(wanted)) {
            tags = Set.copyOf(wanted);
            known.clear();
        }
        List<String> meant = known.get(phrase);
        if (meant != null) {
            return Optional.of(meant);
        }
        boolean givesUp = failed && System.nanoTime() - failedAt < AFTER_FAILURE.toNanos();
        if (closed || tags.isEmpty() || givesUp) {
            return Optional.of(List.of());
        }
        if (!waiting.contains(phrase)) {
            // The last words are those that somebody still wants to know of.
            waiting.addFirst(phrase);
            if (waiting.size() > MOST_WAITING) {
                waiting.removeLast();
            }
        }
        if (working == null) {
            working = Thread.ofPlatform().name("meanings").daemon().start(this::work);
        }
        notifyAll();
        return Optional.empty();
    }

    private void work() {
        try {
            for (Question question = next(); question != null; question = next()) {
                answer(question);
            }
        } catch (InterruptedException closing) {
            // The process goes with it.
        } catch (IOException | ExecutionException | TimeoutException | JacksonException e) {
            LOG.warn("The process that tells what words mean does not answer, and is left alone for a while", e);
            fail();
        }
    }

    private record Question(String phrase, Set<String> tags) {}

    /** The next phrase; nothing when none has come for a while. */
    private synchronized @Nullable Question next() throws InterruptedException {
        long end = System.nanoTime() + IDLE.toNanos();
        while (waiting.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0 || closed) {
                rest();
                return null;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return new Question(waiting.getFirst(), tags);
    }

    private void answer(Question question)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        JsonNode told = child().ask(Map.of("words", question.phrase, "tags", new TreeSet<>(question.tags)), LIMIT);
        List<String> meant = new ArrayList<>();
        told.path("tags").forEach(tag -> meant.add(tag.asString("")));
        synchronized (this) {
            waiting.remove(question.phrase);
            failed = false;
            if (tags.equals(question.tags)) {
                known.put(question.phrase, List.copyOf(meant));
            }
        }
    }

    private ChildProcess child() throws IOException {
        synchronized (this) {
            if (process != null && process.isAlive()) {
                return process;
            }
        }
        ChildProcess started = ChildProcess.start("meanings", command.get(), false, Optional.empty());
        synchronized (this) {
            process = started;
            if (closed) {
                started.kill();
            }
        }
        return started;
    }

    private synchronized void fail() {
        failed = true;
        failedAt = System.nanoTime();
        waiting.clear();
        rest();
    }

    /** Ends the process; the next phrase begins another. */
    private void rest() {
        working = null;
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        if (process != null) {
            process.kill();
        }
        if (working != null) {
            working.interrupt();
        }
        notifyAll();
    }
}
