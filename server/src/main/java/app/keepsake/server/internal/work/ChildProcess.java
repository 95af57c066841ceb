package app.keepsake.server.internal.work;

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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A command of Keepsake that runs in a process of its own. */
public final class ChildProcess {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final Path IONICE = Path.of("/usr/bin/ionice");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a command. What it says on either of its outputs are its lines.
     *
     * @param background whether it gives way to everything else: lowest priority for processor and disk
     * @param cores how many cores it may use, where the system can hold it to them; empty for all
     */
    public static ChildProcess start(List<String> command, boolean background, Optional<Integer> cores)
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
        return new ChildProcess(
                new ProcessBuilder(words).redirectErrorStream(true).start());
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

    /** What it says, for conversations of question and answer. */
    public BufferedReader lines() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** What it is told. */
    public BufferedWriter input() {
        return process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Tells it one line. The input stays open for as long as this process lives, which the child takes for its leave to
     * go on.
     */
    public void tell(String line) throws IOException {
        BufferedWriter input = input();
        input.write(line);
        input.newLine();
        input.flush();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, and makes it end when it does not. */
    public void stop() {
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
        process.destroyForcibly();
    }
}
