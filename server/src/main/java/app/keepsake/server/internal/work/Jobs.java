package app.keepsake.server.internal.work;

import app.keepsake.server.Errand;
import app.keepsake.server.Program;
import app.keepsake.server.internal.api.Json;
import app.keepsake.server.internal.library.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The work queue. One piece of work at a time; what a person waits for goes before what the service does by itself, and
 * stops it: it is begun again later, and goes on where it was. Safe for use by several threads.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int REMEMBERED = 100;
    private static final int FIRST_OF_ERRORS = 0x7f;

    private final Program program;
    private final Supplier<Settings> settings;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();
    private final PriorityBlockingQueue<Entry> queue = new PriorityBlockingQueue<>(
            16, Comparator.comparing((Entry entry) -> entry.order.background()).thenComparing(entry -> entry.id));
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    private final Thread worker;
    private volatile @Nullable Entry current;
    private volatile boolean closed;

    private static final class Entry {
        private final long id;
        private final Job.Order order;
        private final CompletableFuture<Job.Outcome> outcome = new CompletableFuture<>();
        private volatile Job job;
        private volatile boolean stopping;
        private volatile @Nullable ChildProcess process;

        Entry(long id, Job.Order order) {
            this.id = id;
            this.order = order;
            this.job = new Job(id, order.kind(), order.subject(), order.background(), Job.State.WAITING, "", 0, 0, "");
        }
    }

    /** @param settings asked at each start: the language in which titles are written, and the cores to use */
    public Jobs(Program program, Supplier<Settings> settings) {
        this.program = program;
        this.settings = settings;
        this.worker = Thread.ofPlatform().name("jobs").daemon().start(this::work);
    }

    public void onChange(Consumer<Job> listener) {
        listeners.add(listener);
    }

    /** Takes an order, unless one like it is waiting or running: then gives that one. */
    public synchronized Job submit(Job.Order order) {
        for (Entry entry : entries.values()) {
            if (!entry.job.state().isOver()
                    && !entry.stopping
                    && entry.order.errand().equals(order.errand())
                    && (!entry.order.background() || order.background())) {
                return entry.job;
            }
        }
        Entry entry = new Entry(ids.incrementAndGet(), order);
        entries.put(entry.id, entry);
        entries.keySet().removeIf(id -> id <= entry.id - REMEMBERED);
        queue.add(entry);
        changed(entry, entry.job);
        if (!order.background()) {
            giveWay();
        }
        return entry.job;
    }

    /** Takes an order and waits for its outcome. */
    public Job.Outcome run(Job.Order order) {
        Job job = submit(order);
        return entry(job.id()).map(entry -> entry.outcome.join()).orElseThrow();
    }

    /** Stops what runs in the background; it is begun again later. */
    public synchronized void giveWay() {
        Entry running = current;
        if (running != null && running.order.background()) {
            stop(running);
        }
    }

    /** A number for work that is done elsewhere. */
    long nextId() {
        return ids.incrementAndGet();
    }

    /** Lets listeners know of work that is done elsewhere. */
    void tell(Job job) {
        listeners.forEach(listener -> listener.accept(job));
    }

    public Optional<Job> find(long id) {
        return entry(id).map(entry -> entry.job);
    }

    private Optional<Entry> entry(long id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** All that is waiting or running. */
    public List<Job> open() {
        return entries.values().stream()
                .map(entry -> entry.job)
                .filter(job -> !job.state().isOver())
                .sorted(Comparator.comparing(Job::id))
                .toList();
    }

    /** Stops work; nothing happens to what is over. */
    public void cancel(long id) {
        entry(id).ifPresent(this::stop);
    }

    private void stop(Entry entry) {
        entry.stopping = true;
        ChildProcess process = entry.process;
        if (process != null) {
            Thread.ofVirtual().start(process::stop);
        } else if (queue.remove(entry)) {
            finish(entry, new Job.Outcome(Job.State.STOPPED, 0, List.of(), Optional.empty()));
        }
    }

    private void work() {
        while (!closed) {
            try {
                Entry entry = queue.take();
                current = entry;
                finish(entry, run(entry));
                current = null;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Job.Outcome run(Entry entry) throws InterruptedException {
        if (entry.stopping) {
            return new Job.Outcome(Job.State.STOPPED, 0, List.of(), Optional.empty());
        }
        changed(entry, entry.job.at(Job.State.RUNNING));
        LOG.info("Work {}, {}, begins", entry.id, entry.job.kind());
        List<String> lines = new ArrayList<>();
        try {
            Settings now = settings.get();
            ChildProcess process = ChildProcess.start(
                    entry.job.kind().name().toLowerCase(Locale.ROOT),
                    program.command(now.language(), part(entry.order.errand())),
                    entry.order.background(),
                    entry.order.background() ? now.cores() : Optional.empty());
            entry.process = process;
            if (entry.stopping) {
                process.kill();
            }
            process.tell(entry.order.errand().line());
            int code = process.listen(line -> heard(entry, line, lines));
            if (entry.stopping) {
                return new Job.Outcome(Job.State.STOPPED, code, lines, Optional.empty());
            }
            boolean done = code == 0 || code == 3;
            return done
                    ? new Job.Outcome(Job.State.DONE, code, lines, Optional.empty())
                    : new Job.Outcome(
                            Job.State.FAILED, code, lines, Optional.of(why(process.lastWords(), lines, code)));
        } catch (IOException e) {
            return new Job.Outcome(
                    Job.State.FAILED, FIRST_OF_ERRORS, lines, Optional.of("Keepsake's own command cannot start: " + e));
        } finally {
            entry.process = null;
        }
    }

    private static Program.Part part(Errand errand) {
        return errand instanceof Errand.Index ? Program.Part.INDEX : Program.Part.ERRAND;
    }

    private static String why(List<String> lastWords, List<String> lines, int code) {
        return Stream.concat(lastWords.stream(), lines.stream())
                .filter(line -> line.startsWith("keepsake: "))
                .map(line -> line.substring("keepsake: ".length()))
                .findFirst()
                .orElse("The work ended with code %d and gave no reason. The service's log may tell more."
                        .formatted(code));
    }

    private void heard(Entry entry, String line, List<String> lines) {
        if (!line.startsWith("{\"task\":")) {
            lines.add(line);
            return;
        }
        try {
            JsonNode told = Json.read(line);
            changed(
                    entry,
                    entry.job.at(
                            told.path("task").asString(""),
                            told.path("done").asLong(0),
                            told.path("total").asLong(0)));
        } catch (JacksonException cutOff) {
            lines.add(line);
        }
    }

    private void finish(Entry entry, Job.Outcome outcome) {
        Job job = outcome.message().map(entry.job::failed).orElse(entry.job.at(outcome.state()));
        entry.job = job;
        LOG.info("Work {}, {}, is {}", entry.id, job.kind(), job.state());
        entry.outcome.complete(outcome);
        changed(entry, job);
    }

    private void changed(Entry entry, Job job) {
        entry.job = job;
        tell(job);
    }

    @Override
    public void close() {
        closed = true;
        entries.values().forEach(this::stop);
        worker.interrupt();
    }
}
