package app.keepsake.server.internal.work;

import app.keepsake.server.internal.wire.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A command of Keepsake that runs in a process of its own. */
public final class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final Path IONICE = Path.of("/usr/bin/ionice");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ANSWER = "{\"ok\":";

    /** Done, done but some files could not be read, stopped, and stopped by the system. */
    private static final Set<Integer> PEACEFUL = Set.of(0, 3, 130, 143);

    private final String name;
    private final Process process;
    private final LastWords lastWords;
    private volatile boolean ended;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.lastWords = new LastWords(name, process.errorReader(StandardCharsets.UTF_8));
        process.onExit().thenAcceptAsync(over -> tellEnd(over.exitValue()), Thread::startVirtualThread);
    }

    /**
     * Starts a command. What it says on its standard output are its lines; the other goes into the log.
     *
     * @param name what it is called in the log
     * @param background whether it gives way to everything else: lowest priority for processor and disk
     * @param cores how many cores it may use, where the system can hold it to them; empty for all
     */
    public static ChildProcess start(String name, List<String> command, boolean background, Optional<Integer> cores)
            throws IOException {
        List<String> words = new ArrayList<>();
        int all = Runtime.getRuntime().availableProcessors();
        if (cores.filter(count -> count < all).isPresent() && Files.isExecutable(TASKSET)) {
            words.addAll(List.of(TASKSET.toString(), "-c", "0-" + (cores.get() - 1)));
        }
        if (background && Files.isExecutable(NICE)) {
            words.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        if (background && Files.isExecutable(IONICE)) {
            words.addAll(List.of(IONICE.toString(), "-c", "3"));
        }
        words.addAll(command);
        return new ChildProcess(name, new ProcessBuilder(words).start());
    }

    private void tellEnd(int code) {
        if (ended || PEACEFUL.contains(code)) {
            LOG.debug("{} ended with code {}", name, code);
            return;
        }
        try {
            LOG.warn("{} ended with code {}. Its last words: {}", name, code, String.join("\n", lastWords.all()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it said last on its standard error output; to be asked when it has ended. */
    public List<String> lastWords() throws InterruptedException {
        return lastWords.all();
    }

    /** Hears each line until the outputs end, and gives the exit code. */
    public int listen(Consumer<String> line) throws IOException, InterruptedException {
        try (BufferedReader out = lines()) {
            String next = out.readLine();
            while (next != null) {
                line.accept(next);
                next = out.readLine();
            }
        }
        return process.waitFor();
    }

    private BufferedReader lines() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Tells it one line. The input stays open for as long as this process lives, which the child takes for its leave to
     * go on.
     */
    public void writeLine(String line) throws IOException {
        BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line);
        input.newLine();
        input.flush();
    }

    /**
     * Asks one question in a line of JSON, and waits for its answer, one question at a time. What libraries say on the way
     * is left out.
     *
     * @throws ExecutionException when the process ended
     * @throws TimeoutException when there was no answer in time; one that comes later would be taken for the next
     * @throws JacksonException when the answer is cut off
     */
    public JsonNode ask(Object question, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread unused = Readers.start("answers of " + name, () -> {
            try {
                writeLine(Json.text(question));
                answer.complete(nextAnswer(lines()));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        return Json.read(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static String nextAnswer(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(ANSWER)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("It ended.");
        }
        return line;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, and makes it end when it does not. */
    public void stop() {
        ended = true;
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once; for those that hang. */
    public void kill() {
        ended = true;
        process.destroyForcibly();
    }
}
