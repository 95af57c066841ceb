package app.keepsake.server.internal.work;

import app.keepsake.operations.library.Settings;
import app.keepsake.server.Errand;
import app.keepsake.server.Program;
import app.keepsake.server.internal.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The work queue. One piece of work at a time, and beside it one upload; what a person waits for goes before what the
 * service does by itself, and stops it: that is begun again later by whoever ordered it, and goes on where it was. Work
 * that fails or takes too long fails alone. Work that was ordered only by who waited for it is stopped when all of them
 * were interrupted, as who waits for a client is that has gone. Safe for use by several threads.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int REMEMBERED = 100;
    private static final int FIRST_OF_ERRORS = 0x7f;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Program program;
    private final Supplier<Settings> settings;
    private final Function<ServiceJob.Kind, Optional<Duration>> limits;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Work> works = new ConcurrentHashMap<>();
    private final List<Consumer<ServiceJob>> listeners = new CopyOnWriteArrayList<>();
    private final Lane lane;
    private final Lane uploads;
    private boolean closed;

    /** @param settings asked at each start: the language in which titles are written, and the cores to use */
    public Jobs(Program program, Supplier<Settings> settings) {
        this(program, settings, ServiceJob.Kind::limit);
    }

    /** @param limits how long work may take */
    Jobs(Program program, Supplier<Settings> settings, Function<ServiceJob.Kind, Optional<Duration>> limits) {
        this.program = program;
        this.settings = settings;
        this.limits = limits;
        this.lane = new Lane("jobs", this::perform, this::finish);
        this.uploads = new Lane("uploads", this::perform, this::finish);
    }

    public void onChange(Consumer<ServiceJob> listener) {
        listeners.add(listener);
    }

    /** Takes an order, unless one like it is waiting or running: then gives that one. */
    public ServiceJob submit(ServiceJob.Order order) {
        Work work = take(order);
        work.wanted = true;
        return work.job;
    }

    private synchronized Work take(ServiceJob.Order order) {
        if (closed) {
            return refused(order);
        }
        for (Work work : works.values()) {
            if (!work.isOver()
                    && !work.stopping
                    && work.order.errand().equals(order.errand())
                    && (!work.order.background() || order.background())) {
                work.awaited.incrementAndGet();
                return work;
            }
        }
        Work work = new Work(ids.incrementAndGet(), order);
        work.awaited.incrementAndGet();
        works.put(work.id, work);
        works.values().removeIf(old -> old.isOver() && old.id <= work.id - REMEMBERED);
        changed(work, work.job);
        lane(order).add(work);
        if (!order.background()) {
            giveWay();
        }
        return work;
    }

    /** Whoever waits for it would wait for ever. */
    private Work refused(ServiceJob.Order order) {
        Work work = new Work(ids.incrementAndGet(), order);
        work.job = work.job.at(ServiceJob.State.STOPPED);
        work.outcome.complete(stopped(0, List.of()));
        return work;
    }

    private Lane lane(ServiceJob.Order order) {
        return order.kind() == ServiceJob.Kind.SHARE ? uploads : lane;
    }

    /** Takes an order and waits for its outcome; who is interrupted waits no more. */
    public ServiceJob.Outcome run(ServiceJob.Order order) {
        Work work = take(order);
        try {
            return work.outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ServiceJob.Outcome(
                    ServiceJob.State.STOPPED, 0, List.of(), Optional.of("Nobody waits any more."));
        } catch (ExecutionException e) {
            throw new IllegalStateException("An outcome is never exceptional.", e);
        } finally {
            if (work.awaited.decrementAndGet() == 0 && !work.wanted) {
                stop(work);
            }
        }
    }

    /** Stops what runs in the background; it is begun again later. */
    public synchronized void giveWay() {
        lane.current().filter(work -> work.order.background()).ifPresent(this::stop);
    }

    /** A number for work that is done elsewhere. */
    long nextId() {
        return ids.incrementAndGet();
    }

    /** Lets listeners know of work that is done elsewhere. */
    void publish(ServiceJob job) {
        for (Consumer<ServiceJob> listener : listeners) {
            try {
                listener.accept(job);
            } catch (RuntimeException e) {
                LOG.error("Who listens to work {}, {}, failed", job.id(), job.kind(), e);
            }
        }
    }

    public Optional<ServiceJob> find(long id) {
        return Optional.ofNullable(works.get(id)).map(work -> work.job);
    }

    /** Whether a person stopped this work. */
    boolean isCancelled(long id) {
        return Optional.ofNullable(works.get(id)).filter(work -> work.cancelled).isPresent();
    }

    /** All that is waiting or running. */
    public List<ServiceJob> open() {
        return works.values().stream()
                .map(work -> work.job)
                .filter(job -> !job.state().isOver())
                .sorted(Comparator.comparing(ServiceJob::id))
                .toList();
    }

    /** Stops work, because a person wants that; nothing happens to what is over. */
    public void cancel(long id) {
        Optional.ofNullable(works.get(id)).ifPresent(work -> {
            work.cancelled = true;
            stop(work);
        });
    }

    private void stop(Work work) {
        if (!work.stop() && lane(work.order).remove(work)) {
            finish(work, stopped(0, List.of()));
        }
    }

    private ServiceJob.Outcome perform(Work work) throws InterruptedException {
        if (work.stopping) {
            return stopped(0, List.of());
        }
        changed(work, work.job.at(ServiceJob.State.RUNNING));
        LOG.info("Work {}, {}, begins", work.id, work.order.kind());
        List<String> lines = new ArrayList<>();
        Optional<Duration> limit = limits.apply(work.order.kind());
        Optional<Thread> watch = Optional.empty();
        try {
            ChildProcess process = start(work.order);
            work.process = process;
            if (work.stopping) {
                process.kill();
            }
            watch = limit.map(time -> Thread.ofVirtual().start(() -> endAfter(time, work)));
            process.writeLine(work.order.errand().line());
            int code = process.listen(line -> heard(work, line, lines));
            return outcome(work, code, lines, process.lastWords());
        } catch (IOException e) {
            return work.stopping
                    ? stopped(FIRST_OF_ERRORS, lines)
                    : failed(FIRST_OF_ERRORS, lines, "Keepsake's own command cannot start: " + e);
        } finally {
            work.process = null;
            watch.ifPresent(Thread::interrupt);
        }
    }

    private ChildProcess start(ServiceJob.Order order) throws IOException {
        Settings now = settings.get();
        Program.Part part = switch (order.errand()) {
            case Errand.Index index -> Program.Part.INDEX;
            case Errand.KeepMusic music -> Program.Part.LISTEN;
            default -> Program.Part.ERRAND;
        };
        return ChildProcess.start(
                order.kind().name().toLowerCase(Locale.ROOT),
                program.command(now.language(), part),
                order.background() && !order.watched(),
                order.background() ? now.cores() : Optional.empty());
    }

    private static void endAfter(Duration limit, Work work) {
        try {
            Thread.sleep(limit);
            LOG.warn("Work {}, {}, takes longer than {} s and is ended", work.id, work.order.kind(), limit.toSeconds());
            work.late = true;
            boolean ignored = work.stop();
        } catch (InterruptedException ended) {
            // It was in time.
        }
    }

    private ServiceJob.Outcome outcome(Work work, int code, List<String> lines, List<String> lastWords) {
        if (work.late) {
            return failed(code, lines, "It took too long, and was ended. Try again.");
        }
        if (work.stopping) {
            return stopped(code, lines);
        }
        return code == 0 || code == 3
                ? new ServiceJob.Outcome(ServiceJob.State.DONE, code, lines, firstMessage(lastWords.stream()))
                : failed(code, lines, why(lastWords, lines, code));
    }

    private static ServiceJob.Outcome stopped(int code, List<String> lines) {
        return new ServiceJob.Outcome(ServiceJob.State.STOPPED, code, lines, Optional.empty());
    }

    private static ServiceJob.Outcome failed(int code, List<String> lines, String why) {
        return new ServiceJob.Outcome(ServiceJob.State.FAILED, code, lines, Optional.of(why));
    }

    private static String why(List<String> lastWords, List<String> lines, int code) {
        return firstMessage(Stream.concat(lastWords.stream(), lines.stream()))
                .orElse("The work ended with code %d and gave no reason. The service's log may tell more."
                        .formatted(code));
    }

    /** The first thing that a command tells people. */
    private static Optional<String> firstMessage(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("keepsake: "))
                .map(line -> line.substring("keepsake: ".length()))
                .findFirst();
    }

    private void heard(Work work, String line, List<String> lines) {
        if (!line.startsWith("{\"task\":")) {
            lines.add(line);
            return;
        }
        try {
            JsonNode told = Json.read(line);
            changed(
                    work,
                    work.job.at(
                            told.path("task").asString(""),
                            told.path("done").asLong(0),
                            told.path("total").asLong(0)));
        } catch (JacksonException cutOff) {
            lines.add(line);
        }
    }

    private void finish(Work work, ServiceJob.Outcome outcome) {
        ServiceJob job = work.job.ended(outcome.state(), outcome.message().orElse(""));
        LOG.info("Work {}, {}, is {}", work.id, job.kind(), job.state());
        changed(work, job);
        work.outcome.complete(outcome);
    }

    private void changed(Work work, ServiceJob job) {
        work.job = job;
        publish(job);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        works.values().forEach(this::stop);
        lane.close(PATIENCE);
        uploads.close(PATIENCE);
    }
}
