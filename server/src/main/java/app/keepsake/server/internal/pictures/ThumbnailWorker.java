package app.keepsake.server.internal.pictures;

import app.keepsake.server.internal.api.Json;
import app.keepsake.server.internal.work.ChildProcess;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes small pictures in a process of its own, so that a hostile file can break nothing else. The process is started at
 * the first request, ends when it was idle for a while, and is replaced when it hangs or dies. One request at a time.
 */
final class ThumbnailWorker implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Supplier<List<String>> command;
    private @Nullable Conversation open;
    private long usedAt;

    private record Conversation(ChildProcess process, BufferedReader answers, BufferedWriter questions) {}

    ThumbnailWorker(Supplier<List<String>> command) {
        this.command = command;
    }

    /**
     * Asks for one picture.
     *
     * @throws IOException when it cannot be made, saying why
     */
    synchronized void make(Map<String, Object> request) throws IOException {
        Conversation worker = worker();
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                worker.questions.write(Json.text(request));
                worker.questions.newLine();
                worker.questions.flush();
                answer.complete(String.valueOf(nextAnswer(worker.answers)));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            JsonNode told = Json.read(answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
            usedAt = System.nanoTime();
            if (!told.path("ok").asBoolean(false)) {
                throw new IOException(told.path("error").asString("The file cannot be shown."));
            }
        } catch (TimeoutException e) {
            end(worker);
            throw new IOException("The file took longer than %d s to open.".formatted(LIMIT.toSeconds()), e);
        } catch (ExecutionException | JacksonException e) {
            end(worker);
            throw new IOException("The process that opened the file ended.", e);
        } catch (InterruptedException e) {
            end(worker);
            Thread.currentThread().interrupt();
            throw new IOException("Stopped.", e);
        }
    }

    /** Leaves out what libraries say on the way. */
    private static @Nullable String nextAnswer(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith("{\"ok\":")) {
            line = answers.readLine();
        }
        return line;
    }

    private Conversation worker() throws IOException {
        Conversation known = open;
        if (known != null && known.process.isAlive()) {
            return known;
        }
        ChildProcess process = ChildProcess.start("thumbnails", command.get(), false, Optional.empty());
        Conversation made = new Conversation(process, process.lines(), process.input());
        open = made;
        usedAt = System.nanoTime();
        return made;
    }

    private void end(Conversation worker) {
        worker.process.kill();
        open = null;
    }

    /** Ends the process when nobody has asked for a while. */
    synchronized void rest() {
        Conversation known = open;
        if (known != null && System.nanoTime() - usedAt > IDLE.toNanos()) {
            end(known);
        }
    }

    @Override
    public synchronized void close() {
        Conversation known = open;
        if (known != null) {
            end(known);
        }
    }
}
