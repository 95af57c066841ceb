package app.keepsake.server.internal.pictures;

import app.keepsake.server.internal.work.ChildProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes small pictures in a process of its own, so that a hostile file can break nothing else. The process is started at
 * the first request, ends when it was idle for a while, and is replaced when it hangs or dies. One request at a time.
 */
final class ThumbnailWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThumbnailWorker.class);
    private static final Duration IDLE = Duration.ofSeconds(60);

    /** What a new process may take before it looks at its first file, on a busy machine. */
    private static final Duration START = Duration.ofSeconds(30);

    private static final Map<String, Object> GREETING = Map.of("greeting", true);

    private final Supplier<List<String>> command;
    private final Duration limit;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable ChildProcess open;
    private volatile boolean closed;
    private long usedAt;

    /** @param limit for one picture, after which the process that makes it is ended */
    ThumbnailWorker(Supplier<List<String>> command, Duration limit) {
        this.command = command;
        this.limit = limit;
    }

    /**
     * Asks for one picture.
     *
     * @return the reason why there is none; empty when there is one
     * @throws IOException when the process cannot be started
     */
    Optional<Failure> make(Map<String, Object> request) throws IOException {
        turn.lock();
        try {
            JsonNode told = ask(worker(), request, limit);
            return told.path("ok").asBoolean(false)
                    ? Optional.empty()
                    : Optional.of(new Failure(
                            Failure.Kind.of(told.path("kind").asString("")),
                            told.path("error").asString("The file cannot be shown.")));
        } catch (TimeoutException e) {
            return Optional.of(new Failure(
                    Failure.Kind.SLOW, "The file took longer than %d s to open.".formatted(limit.toSeconds())));
        } catch (ExecutionException | JacksonException e) {
            Failure.Kind kind = closed ? Failure.Kind.OWN : Failure.Kind.PASSING;
            return Optional.of(new Failure(kind, "The process that opened the file ended."));
        } finally {
            turn.unlock();
        }
    }

    /** A process that does not answer as it should is ended. */
    private JsonNode ask(ChildProcess worker, Map<String, Object> request, Duration patience)
            throws IOException, ExecutionException, TimeoutException {
        try {
            JsonNode told = worker.ask(request, patience);
            usedAt = System.nanoTime();
            return told;
        } catch (InterruptedException e) {
            end(worker);
            Thread.currentThread().interrupt();
            throw new IOException("Stopped.", e);
        } catch (TimeoutException | ExecutionException | JacksonException e) {
            LOG.warn("The process that makes small pictures did not answer, and is started again", e);
            end(worker);
            throw e;
        }
    }

    /** A new process is greeted, so that its start is not counted as time that the file took. */
    private ChildProcess worker() throws IOException {
        ChildProcess known = open;
        if (known != null && known.isAlive()) {
            return known;
        }
        if (closed) {
            throw new IOException("Stopped.");
        }
        ChildProcess made = ChildProcess.start("thumbnails", command.get(), false, Optional.empty());
        open = made;
        if (closed) {
            made.kill();
        }
        try {
            JsonNode ignored = ask(made, GREETING, START);
            return made;
        } catch (TimeoutException | ExecutionException | JacksonException e) {
            throw new IOException("The process that makes small pictures does not start.", e);
        }
    }

    private void end(ChildProcess worker) {
        worker.kill();
        open = null;
    }

    /** Ends the process when nobody has asked for a while. */
    void rest() {
        if (turn.tryLock()) {
            try {
                ChildProcess known = open;
                if (known != null && System.nanoTime() - usedAt > IDLE.toNanos()) {
                    end(known);
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /** Waits for nobody: whoever waits for a picture is told that the process ended. */
    @Override
    public void close() {
        closed = true;
        ChildProcess known = open;
        if (known != null) {
            known.kill();
        }
    }
}
