package app.keepsake.server.internal.work;

import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.MayShow;
import app.keepsake.server.internal.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Films that are played while they are made, by the command {@code play}: a process that is started when somebody looks
 * at memories, stays warm, and ends when nobody has watched for a while. One film at a time. Safe for use by several
 * threads.
 */
public final class LiveFilmService implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(3);
    private static final String ENDED = "The process that made the film ended.";
    private static final int REMEMBERED = 20;

    private final Supplier<List<String>> command;
    private final Jobs jobs;
    private final MayShow mayShow;
    private final Map<Long, Showing> showings = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live films").daemon().factory());
    private @Nullable ChildProcess open;
    private List<String> openedBy = List.of();
    private volatile @Nullable Showing current;
    private volatile long usedAt;

    /** A film in the making. */
    private static final class Showing {
        private final Path growing;
        private final String edition;
        private final String kind;
        private final List<Long> assets;
        private volatile ServiceJob job;
        private volatile List<Chapter> chapters = List.of();
        private volatile boolean playable;

        Showing(ServiceJob job, Path growing, Memory memory) {
            this.job = job;
            this.growing = growing;
            this.edition = memory.edit().print();
            this.kind = memory.kind();
            this.assets = memory.shots().stream().map(Shot::assetId).toList();
        }
    }

    /**
     * @param command starts the process, in the language that is set
     * @param mayShow what is asked before anything of a film is shown
     */
    public LiveFilmService(Supplier<List<String>> command, Jobs jobs, MayShow mayShow) {
        this.command = command;
        this.jobs = jobs;
        this.mayShow = mayShow;
        boolean ignored = timer.scheduleWithFixedDelay(this::rest, 30, 30, TimeUnit.SECONDS)
                .isDone();
    }

    /** Somebody may want to see a film soon. */
    public synchronized void warmUp() {
        try {
            ChildProcess ignored = process();
        } catch (IOException e) {
            // Whoever wants to see a film is told.
            usedAt = 0;
        }
    }

    /**
     * Begins to make a film, and ends the one before it.
     *
     * @param film where it is to stand when it is complete
     */
    public synchronized ServiceJob show(Memory memory, String mood, String length, Path film) throws IOException {
        Showing known = current;
        Path growing = film.resolveSibling("." + film.getFileName() + ".growing");
        String edition = memory.edit().print();
        if (known != null
                && !known.job.state().isOver()
                && known.growing.equals(growing)
                && isAllowed(known)
                && known.edition.equals(edition)) {
            return known.job;
        }
        jobs.giveWay();
        long id = jobs.nextId();
        Showing showing = new Showing(
                new ServiceJob(
                        id, ServiceJob.Kind.FILM, memory.id(), false, ServiceJob.State.RUNNING, "Rendering", 0, 0, ""),
                growing,
                memory);
        ask(Map.of(
                "id",
                id,
                "memory",
                memory.id(),
                "mood",
                mood,
                "length",
                length,
                "growing",
                growing.toString(),
                "film",
                film.toString()));
        if (known != null) {
            Files.deleteIfExists(known.growing);
        }
        showings.put(id, showing);
        showings.keySet().removeIf(old -> old <= id - REMEMBERED);
        current = showing;
        changed(showing, showing.job);
        return showing.job;
    }

    private void ask(Map<String, Object> request) throws IOException {
        process().writeLine(Json.text(request));
    }

    public Optional<ServiceJob> find(long id) {
        return Optional.ofNullable(showings.get(id)).map(showing -> showing.job);
    }

    /** Whether a film is made at present. */
    public boolean isBusy() {
        Showing showing = current;
        return showing != null && !showing.job.state().isOver();
    }

    /** Stops a film; false when it is none of these. */
    public synchronized boolean stop(long id) {
        Showing showing = showings.get(id);
        if (showing == null) {
            return false;
        }
        if (!showing.job.state().isOver()) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("id", id);
            request.put("stop", true);
            try {
                ask(request);
            } catch (IOException gone) {
                changed(showing, showing.job.at(ServiceJob.State.STOPPED));
            }
        }
        return true;
    }

    /**
     * The file that grows, when it can be played.
     *
     * @return empty when there is no such film, it failed or was stopped, or cannot be played after the given time
     */
    public Optional<Path> playable(long id, Duration patience) throws InterruptedException {
        Showing showing = showings.get(id);
        long end = System.nanoTime() + patience.toNanos();
        while (showing != null && !showing.playable && !isOver(id) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return Optional.ofNullable(showing)
                .filter(one -> one.playable && isAllowed(one))
                .map(one -> one.growing);
    }

    /** Whether what a film shows may be shown. */
    public boolean isAllowed(long id) {
        return Optional.ofNullable(showings.get(id)).filter(this::isAllowed).isPresent();
    }

    private boolean isAllowed(Showing showing) {
        return mayShow.allows(showing.kind, showing.assets);
    }

    /** Stops the film that is made at present if something in it was hidden, or its kind. */
    public synchronized void stopWhatMayNotBeShown() {
        Showing showing = current;
        if (showing != null && !showing.job.state().isOver() && !isAllowed(showing)) {
            boolean ignored = stop(showing.job.id());
        }
    }

    /** The parts of a film's story; empty when there is no such film, or it cannot be played yet. */
    public Optional<List<Chapter>> chapters(long id) {
        return Optional.ofNullable(showings.get(id))
                .filter(showing -> showing.playable && isAllowed(showing))
                .map(showing -> showing.chapters);
    }

    /** Whether a film's file does not grow any more, or is not to be shown any more. */
    public boolean isOver(long id) {
        Showing showing = showings.get(id);
        return showing == null || showing.job.state().isOver() || !isAllowed(showing);
    }

    private ChildProcess process() throws IOException {
        usedAt = System.nanoTime();
        ChildProcess known = open;
        List<String> words = command.get();
        if (known != null && known.isAlive() && (words.equals(openedBy) || isBusy())) {
            return known;
        }
        if (known != null) {
            // It died, or speaks the language that was set before.
            end(known);
        }
        ChildProcess made = ChildProcess.start("play", words, false, Optional.empty());
        open = made;
        openedBy = words;
        Thread unused = Readers.start("films", () -> listen(made));
        return made;
    }

    private void listen(ChildProcess process) {
        try {
            int ignored = process.listen(this::heard);
        } catch (IOException | InterruptedException e) {
            process.kill();
        }
        Showing showing = current;
        if (showing != null && !showing.job.state().isOver() && open == process) {
            changed(showing, showing.job.failed(ENDED));
        }
    }

    private void heard(String line) {
        if (!line.startsWith("{\"id\":")) {
            return;
        }
        try {
            JsonNode told = Json.read(line);
            Showing showing = showings.get(told.path("id").asLong(0));
            if (showing != null && !showing.job.state().isOver()) {
                take(showing, told);
            }
        } catch (JacksonException cutOff) {
            usedAt = System.nanoTime();
        }
    }

    private void take(Showing showing, JsonNode told) {
        usedAt = System.nanoTime();
        ServiceJob job = showing.job;
        switch (told.path("state").asString("")) {
            case "playable" -> {
                showing.chapters = chapters(told.path("chapters"));
                showing.playable = true;
                changed(showing, job.at("Playable", job.done(), job.total()));
            }
            case "rendering" ->
                changed(
                        showing,
                        job.at(
                                "Playable",
                                told.path("done").asLong(0),
                                told.path("total").asLong(0)));
            case "finished" -> changed(showing, job.at(ServiceJob.State.DONE));
            case "stopped" -> changed(showing, job.at(ServiceJob.State.STOPPED));
            default -> changed(showing, job.failed(told.path("error").asString("The film cannot be made.")));
        }
    }

    private static List<Chapter> chapters(JsonNode told) {
        return StreamSupport.stream(told.spliterator(), false)
                .map(one -> new Chapter(
                        one.path("name").asString(""),
                        Duration.ofMillis(one.path("start").asLong(0)),
                        Duration.ofMillis(one.path("end").asLong(0))))
                .toList();
    }

    private void changed(Showing showing, ServiceJob job) {
        showing.job = job;
        jobs.publish(job);
    }

    private synchronized void rest() {
        ChildProcess known = open;
        if (known != null && !isBusy() && System.nanoTime() - usedAt > IDLE.toNanos()) {
            end(known);
        }
    }

    private void end(ChildProcess process) {
        open = null;
        process.stop();
        Showing showing = current;
        if (showing != null) {
            if (!showing.job.state().isOver()) {
                changed(showing, showing.job.failed(ENDED));
            }
            try {
                Files.deleteIfExists(showing.growing);
            } catch (IOException e) {
                // The next film of this name replaces it.
                showing.playable = false;
            }
        }
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        ChildProcess known = open;
        if (known != null) {
            end(known);
        }
    }
}
