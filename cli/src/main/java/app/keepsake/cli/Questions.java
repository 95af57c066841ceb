package app.keepsake.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines that a process asks of one that it started. They are read by a thread of their own, so that their end is heard
 * whatever else the process does: who asked is gone then, and this process ends, after a while in which it may tidy up.
 */
final class Questions {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private Questions() {}

    /** Begins to read. */
    static Questions of(InputStream input) {
        Questions questions = new Questions();
        Thread ignored = Thread.ofPlatform().name("questions").daemon().start(() -> questions.read(input));
        return questions;
    }

    private void read(InputStream input) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                lines.add(Optional.of(line));
                line = reader.readLine();
            }
        } catch (IOException e) {
            // Nobody is there any more, as at the end.
        }
        lines.add(Optional.empty());
        endSoon();
    }

    private static void endSoon() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    /** What is answered to a question. */
    interface Answer {
        Map<String, ?> to(JsonNode question) throws IOException;
    }

    /**
     * Answers each line, which is a JSON object, by a line with one, until there is none any more.
     *
     * @throws IOException as an answer does
     */
    void answer(PrintWriter out, Answer answer) throws IOException {
        Optional<String> line = next();
        while (line.isPresent()) {
            out.println(Json.line(answer.to(JsonMapper.shared().readTree(line.get()))));
            out.flush();
            line = next();
        }
    }

    /** Waits for the next; empty when there is none any more. */
    Optional<String> next() {
        try {
            return lines.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
