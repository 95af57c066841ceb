package app.keepsake.server.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.server.Heard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ChildProcessTest {
    private static final int MANY = 4 * Runtime.getRuntime().availableProcessors();

    private static ChildProcess shell(String script) throws IOException {
        return ChildProcess.start("index", List.of("sh", "-c", script), false, Optional.empty());
    }

    private static void await(Heard heard, Predicate<String> entry) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (heard.lines().stream().noneMatch(entry) && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(heard.lines()).anyMatch(entry);
    }

    @Test
    void aDeathIsToldWithItsCodeAndItsLastWords() throws IOException, InterruptedException {
        try (Heard heard = new Heard()) {
            List<String> lines = new ArrayList<>();
            int code = shell("echo result; echo 'out of native memory' >&2; exit 134")
                    .listen(lines::add);
            assertThat(code).isEqualTo(134);
            assertThat(lines).containsExactly("result");
            await(heard, "WARNING index ended with code 134. Its last words: out of native memory"::equals);
        }
    }

    @Test
    void whatACommandLogsIsLoggedHereAsItIsMeant() throws IOException, InterruptedException {
        try (Heard heard = new Heard()) {
            int code = shell("echo '<4>vision: a model is old' >&2; echo '<7>cli: detail' >&2")
                    .listen(line -> {});
            assertThat(code).isZero();
            await(heard, "WARNING index: vision: a model is old"::equals);
            await(heard, "FINE index: cli: detail"::equals);
            await(heard, "FINE index ended with code 0"::equals);
            assertThat(heard.lines()).noneMatch(line -> line.contains("last words"));
        }
    }

    @Test
    void whoIsStoppedHasNotFailed() throws IOException {
        try (Heard heard = new Heard()) {
            ChildProcess process = shell("exec sleep 60");
            process.stop();
            await(heard, "FINE index ended with code 143"::equals);
            assertThat(heard.lines()).noneMatch(line -> line.startsWith("WARNING"));
        }
    }

    @Test
    @Tag("slow")
    void whoSaysNothingKeepsNoRequestWaiting() throws Exception {
        List<ChildProcess> silent = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                silent.add(shell("exec sleep 100"));
            }
            // The Java runtime takes spare carriers of virtual threads away when they were idle for half a minute.
            Thread.sleep(Duration.ofSeconds(35));
            // Requests are answered by virtual threads.
            CountDownLatch answered = new CountDownLatch(1);
            Thread unused = Thread.startVirtualThread(answered::countDown);
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            silent.forEach(ChildProcess::kill);
        }
    }
}
