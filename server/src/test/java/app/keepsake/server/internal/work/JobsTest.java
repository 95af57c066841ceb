package app.keepsake.server.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.operations.library.Settings;
import app.keepsake.server.Errand;
import app.keepsake.server.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class JobsTest {
    private static final ServiceJob.Order EXPLAIN =
            new ServiceJob.Order(ServiceJob.Kind.EXPLAIN, "lisbon", false, new Errand.Explain("lisbon"));
    private static final ServiceJob.Order MEMORIES =
            new ServiceJob.Order(ServiceJob.Kind.MEMORIES, "", true, new Errand.Memories(3));
    private static final ServiceJob.Order SEND = new ServiceJob.Order(
            ServiceJob.Kind.SHARE, "lisbon", false, new Errand.Send("lisbon", "nas", "story", "gentle", ""));

    private final AtomicBoolean badSettings = new AtomicBoolean();
    private Commands commands;
    private Jobs jobs;

    @BeforeEach
    void open(@TempDir Path folder) {
        commands = new Commands(folder);
        jobs = jobs(Duration.ofMinutes(10));
    }

    private Jobs jobs(Duration limit) {
        return new Jobs(
                commands,
                () -> {
                    if (badSettings.get()) {
                        throw new IllegalStateException("settings.json: expected settings");
                    }
                    return Settings.INITIAL;
                },
                kind -> Optional.of(limit));
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private CountDownLatch running(Jobs of, ServiceJob.Kind kind) {
        CountDownLatch running = new CountDownLatch(1);
        of.onChange(job -> {
            if (job.kind() == kind && job.state() == ServiceJob.State.RUNNING) {
                running.countDown();
            }
        });
        return running;
    }

    @Test
    void settingsThatCannotBeReadFailOnePieceOfWorkAndNoneAfterIt() {
        badSettings.set(true);
        try (Heard heard = new Heard()) {
            ServiceJob.Outcome outcome = jobs.run(EXPLAIN);
            assertThat(outcome.state()).isEqualTo(ServiceJob.State.FAILED);
            assertThat(heard.lines()).anyMatch(line -> line.contains("settings.json"));
        }
        badSettings.set(false);
        assertThat(jobs.run(EXPLAIN).state()).isEqualTo(ServiceJob.State.DONE);
    }

    @Test
    void whatPeopleShouldKnowIsToldOfWorkThatIsDone() throws IOException {
        commands.let("explain", "echo 'WARNING: a remark' >&2; echo 'keepsake: The disk is away.' >&2; exit 3");
        AtomicReference<ServiceJob> last = new AtomicReference<>();
        jobs.onChange(last::set);
        ServiceJob.Outcome outcome = jobs.run(EXPLAIN);
        assertThat(outcome.state()).isEqualTo(ServiceJob.State.DONE);
        assertThat(outcome.message()).contains("The disk is away.");
        assertThat(last.get().state()).isEqualTo(ServiceJob.State.DONE);
        assertThat(last.get().message()).isEqualTo("The disk is away.");
    }

    @Test
    void evenAnErrorOfThePlatformFailsOnePieceOfWorkAlone() {
        commands = new Commands(Path.of("/nowhere"));
        try (Jobs broken = new Jobs(
                commands,
                () -> {
                    throw new NoClassDefFoundError("a jar is gone");
                },
                ServiceJob.Kind::limit)) {
            assertThat(broken.run(EXPLAIN).state()).isEqualTo(ServiceJob.State.FAILED);
            assertThat(broken.run(EXPLAIN).state()).isEqualTo(ServiceJob.State.FAILED);
        }
    }

    @Test
    void whoListensAndFailsFailsAlone() {
        jobs.onChange(job -> {
            throw new IllegalStateException("a listener's defect");
        });
        assertThat(jobs.run(EXPLAIN).state()).isEqualTo(ServiceJob.State.DONE);
        assertThat(jobs.run(EXPLAIN).state()).isEqualTo(ServiceJob.State.DONE);
    }

    @Test
    void anUploadHoldsNobodyUp() throws IOException, InterruptedException {
        commands.let("send", "exec sleep 600");
        CountDownLatch sending = running(jobs, ServiceJob.Kind.SHARE);
        ServiceJob upload = jobs.submit(SEND);
        assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.run(EXPLAIN).state()).isEqualTo(ServiceJob.State.DONE);
        assertThat(jobs.run(MEMORIES).state()).isEqualTo(ServiceJob.State.DONE);
        assertThat(jobs.find(upload.id()).orElseThrow().state()).isEqualTo(ServiceJob.State.RUNNING);
    }

    @Test
    void whatTakesTooLongIsEnded() throws IOException {
        commands.let("explain", "exec sleep 600");
        try (Jobs impatient = jobs(Duration.ofMillis(200))) {
            ServiceJob.Outcome outcome = impatient.run(EXPLAIN);
            assertThat(outcome.state()).isEqualTo(ServiceJob.State.FAILED);
            assertThat(outcome.message()).contains("It took too long, and was ended. Try again.");
        }
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsStopped() throws Exception {
        commands.let("explain", "exec sleep 600");
        CountDownLatch explaining = running(jobs, ServiceJob.Kind.EXPLAIN);
        CompletableFuture<ServiceJob> over = new CompletableFuture<>();
        jobs.onChange(job -> {
            if (job.kind() == ServiceJob.Kind.EXPLAIN && job.state().isOver()) {
                over.complete(job);
            }
        });
        Thread waiter = Thread.ofVirtual().start(() -> jobs.run(EXPLAIN));
        Thread other = Thread.ofVirtual().start(() -> jobs.run(EXPLAIN));
        assertThat(explaining.await(60, TimeUnit.SECONDS)).isTrue();
        waiter.interrupt();
        other.interrupt();
        assertThat(over.get(60, TimeUnit.SECONDS).state()).isEqualTo(ServiceJob.State.STOPPED);
        commands.letBeDone("explain");
        assertThat(jobs.run(EXPLAIN).state()).isEqualTo(ServiceJob.State.DONE);
    }

    @Test
    void whatAPersonWaitsForStopsWhatRunsInTheBackground() throws Exception {
        commands.let("memories", "exec sleep 600");
        CountDownLatch telling = running(jobs, ServiceJob.Kind.MEMORIES);
        ServiceJob background = jobs.submit(MEMORIES);
        assertThat(telling.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.run(EXPLAIN).state()).isEqualTo(ServiceJob.State.DONE);
        assertThat(jobs.find(background.id()).orElseThrow().state()).isEqualTo(ServiceJob.State.STOPPED);
        assertThat(jobs.isCancelled(background.id())).isFalse();
    }

    @Test
    void whoWaitsWhenTheServiceEndsIsLetGo() throws Exception {
        commands.let("explain", "exec sleep 600");
        CountDownLatch explaining = running(jobs, ServiceJob.Kind.EXPLAIN);
        CompletableFuture<ServiceJob.Outcome> waiter = CompletableFuture.supplyAsync(() -> jobs.run(EXPLAIN));
        assertThat(explaining.await(60, TimeUnit.SECONDS)).isTrue();
        jobs.close();
        assertThat(waiter.get(60, TimeUnit.SECONDS).state()).isEqualTo(ServiceJob.State.STOPPED);
    }

    @Test
    void whoComesWhenTheServiceHasEndedIsLetGo() throws Exception {
        jobs.close();
        CompletableFuture<ServiceJob.Outcome> waiter = CompletableFuture.supplyAsync(() -> jobs.run(EXPLAIN));
        assertThat(waiter.get(10, TimeUnit.SECONDS).state()).isEqualTo(ServiceJob.State.STOPPED);
        assertThat(jobs.submit(MEMORIES).state()).isEqualTo(ServiceJob.State.STOPPED);
        assertThat(jobs.open()).isEmpty();
    }

    @Test
    void waitingWorkCanBeCancelled() throws Exception {
        commands.let("explain", "exec sleep 600");
        CountDownLatch explaining = running(jobs, ServiceJob.Kind.EXPLAIN);
        ServiceJob first = jobs.submit(EXPLAIN);
        assertThat(explaining.await(60, TimeUnit.SECONDS)).isTrue();
        ServiceJob waiting = jobs.submit(MEMORIES);
        jobs.cancel(waiting.id());
        assertThat(jobs.find(waiting.id()).orElseThrow().state()).isEqualTo(ServiceJob.State.STOPPED);
        assertThat(jobs.isCancelled(waiting.id())).isTrue();
        jobs.cancel(first.id());
        commands.letBeDone("explain");
        assertThat(jobs.run(MEMORIES).state()).isEqualTo(ServiceJob.State.DONE);
        assertThat(commands.names()).as("the cancelled one never began").containsOnlyOnce("memories");
    }

    @Test
    void aFailureIsToldInTheCommandsOwnWords() throws IOException {
        commands.let("explain", "echo 'keepsake: it was made of nothing' >&2; exit 1");
        ServiceJob.Outcome outcome = jobs.run(EXPLAIN);
        assertThat(outcome.state()).isEqualTo(ServiceJob.State.FAILED);
        assertThat(outcome.message()).contains("it was made of nothing");
    }
}
