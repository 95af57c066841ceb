package app.keepsake.server.internal.work;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a process of its own answers, which lives only for as long as questions come. Nobody waits for it: what is not
 * known yet is found out for whoever asks again. Safe for use by several threads.
 */
final class Enquiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Enquiry.class);
    private static final int REMEMBERED = 4000;
    private static final int MOST_WAITING = 24;
    private static final Duration IDLE = Duration.ofSeconds(90);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final String name;
    private final Supplier<List<String>> command;
    private final Map<String, JsonNode> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Deque<Question> waiting = new ArrayDeque<>();
    private int edition;
    private @Nullable Thread working;
    private @Nullable ChildProcess process;
    private long failedAt;
    private boolean failed;
    private boolean closed;

    /** @param edition of the answers for which it was asked */
    private record Question(String key, Supplier<Map<String, Object>> asked, int edition) {}

    /**
     * @param name of the process
     * @param command that starts it
     */
    Enquiry(String name, Supplier<List<String>> command) {
        this.name = name;
        this.command = command;
    }

    /** An answer that is known. */
    synchronized Optional<JsonNode> known(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** Forgets all answers: other questions have the same keys from now on. */
    synchronized void forget() {
        edition++;
        known.clear();
    }

    /**
     * The answer to a question; nothing (a missing node) for a while after the process failed.
     *
     * @param key names the question
     * @return empty when it is not known yet, and being found out
     */
    synchronized Optional<JsonNode> of(String key, Supplier<Map<String, Object>> asked) {
        JsonNode answer = known.get(key);
        if (answer != null) {
            return Optional.of(answer);
        }
        if (closed || failed && System.nanoTime() - failedAt < AFTER_FAILURE.toNanos()) {
            return Optional.of(MissingNode.getInstance());
        }
        Question question = new Question(key, asked, edition);
        if (waiting.stream().noneMatch(each -> each.key.equals(key) && each.edition == edition)) {
            // The last words are those that somebody still wants to know of.
            waiting.addFirst(question);
            if (waiting.size() > MOST_WAITING) {
                waiting.removeLast();
            }
        }
        if (working == null) {
            working = Thread.ofPlatform().name(name).daemon().start(this::work);
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
            LOG.warn("The process {} does not answer, and is left alone for a while", name, e);
            fail();
        }
    }

    /** The next question; nothing when none has come for a while. */
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
        return waiting.getFirst();
    }

    private void answer(Question question)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        JsonNode told = child().ask(question.asked.get(), LIMIT);
        synchronized (this) {
            waiting.remove(question);
            failed = false;
            if (edition == question.edition) {
                known.put(question.key, told);
            }
        }
    }

    private ChildProcess child() throws IOException {
        synchronized (this) {
            if (process != null && process.isAlive()) {
                return process;
            }
        }
        ChildProcess started = ChildProcess.start(name, command.get(), false, Optional.empty());
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

    /** Ends the process; the next question begins another. */
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
