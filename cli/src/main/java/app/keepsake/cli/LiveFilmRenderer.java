package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.ProgressListener;
import app.keepsake.media.VideoEncoder;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.film.FilmNote;
import app.keepsake.operations.film.PlanFilm;
import app.keepsake.operations.film.PlayFilm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows one film at a time while it is made; the next one ends it. Thread-safe. */
final class LiveFilmRenderer implements AutoCloseable {
    private static final long TELL_AGAIN_NANOS = 250_000_000;

    private final Catalog catalog;
    private final FilmRenderer renderer;
    private final PlayFilm playing;
    private final Consumer<Map<String, Object>> told;
    private @Nullable Showing showing;

    /**
     * One film.
     *
     * @param growing grows while it is made
     * @param film where it stands when it is complete
     */
    record Request(long id, String memory, String mood, String length, Path growing, Path film) {
        static Request of(JsonNode json) {
            return new Request(
                    json.path("id").asLong(),
                    json.path("memory").asString(),
                    json.path("mood").asString(),
                    json.path("length").asString(),
                    Path.of(json.path("growing").asString()),
                    Path.of(json.path("film").asString()));
        }
    }

    /** A film in the making. */
    private record Showing(Request request, AtomicBoolean stopped, Thread thread) {}

    /**
     * @param encoder one that works
     * @param told of every change, from several threads
     */
    LiveFilmRenderer(Catalog catalog, FilmCache cache, VideoEncoder encoder, Consumer<Map<String, Object>> told) {
        this.catalog = catalog;
        this.renderer = new FilmRenderer(cache, encoder);
        this.playing = new PlayFilm(catalog, renderer, Locale.getDefault());
        this.told = told;
    }

    /** Makes the first seconds of some film for nobody, so that the first one that is asked for begins as soon as others. */
    synchronized void warmUp() {
        AtomicBoolean stopped = new AtomicBoolean();
        Request nobody = new Request(0, "", "", "", Path.of(""), Path.of(""));
        showing = new Showing(
                nobody, stopped, Thread.ofPlatform().name("warming up").start(() -> {
                    try {
                        WarmUp.run(renderer, stopped::get);
                    } catch (IOException e) {
                        // Films will say what is wrong with the disk.
                        stopped.set(true);
                    }
                }));
    }

    /** Ends what is shown and shows another film. */
    synchronized void show(Request request) {
        end();
        AtomicBoolean stopped = new AtomicBoolean();
        showing = new Showing(
                request, stopped, Thread.ofPlatform().name("live film").start(() -> run(request, stopped)));
    }

    /** Ends a film, if it is the one that is shown. */
    synchronized void stop(long id) {
        Showing current = showing;
        if (current != null && current.request.id == id) {
            end();
        }
    }

    private void end() {
        Showing current = showing;
        showing = null;
        if (current != null) {
            current.stopped.set(true);
            try {
                current.thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(Request request, AtomicBoolean stopped) {
        try {
            FilmOptions options = FilmOptions.of(request.mood, request.length);
            options.check();
            Memory memory = Retelling.of(catalog, Locale.getDefault())
                    .find(request.memory)
                    .orElseThrow(
                            () -> new IOException(request.memory + ": expected a memory, found none of that name."));
            PlayFilm.Played played = playing.to(
                    request.growing,
                    request.film,
                    memory,
                    options.wishes(),
                    planned -> new ProgressReport(request.id, planned),
                    stopped::get);
            if (played.report().finished()) {
                report(
                        request.id,
                        played.withdrawnBecause().isEmpty() ? "finished" : "failed",
                        played.withdrawnBecause()
                                .<Map<String, Object>>map(because -> Map.of("error", because))
                                .orElse(Map.of("problems", played.report().problems())));
            } else {
                report(request.id, "stopped", Map.of());
            }
        } catch (IOException | RuntimeException e) {
            report(request.id, "failed", Map.of("error", Messages.of(e)));
        }
    }

    /** Tells how far a film is: at once when it can be played, then four times a second. */
    private final class ProgressReport implements ProgressListener {
        private final long id;
        private final PlanFilm.Planned planned;
        private boolean playable;
        private long toldAt = System.nanoTime();

        ProgressReport(long id, PlanFilm.Planned planned) {
            this.id = id;
            this.planned = planned;
        }

        @Override
        public void progress(int done, int total) {
            if (playable && System.nanoTime() - toldAt > TELL_AGAIN_NANOS) {
                toldAt = System.nanoTime();
                report(id, "rendering", Map.of("done", done, "total", total));
            }
        }

        @Override
        public void playable(int frames) {
            if (!playable) {
                playable = true;
                report(id, "playable", Map.of("chapters", chapters(planned.plan()), "shots", shots(planned)));
            }
        }
    }

    private static List<Map<String, Object>> chapters(FilmPlan plan) {
        return FilmNote.chapters(plan).stream()
                .map(chapter -> Map.<String, Object>of(
                        "name",
                        chapter.name(),
                        "start",
                        chapter.start().toMillis(),
                        "end",
                        chapter.end().toMillis()))
                .toList();
    }

    private static List<Map<String, Object>> shots(PlanFilm.Planned planned) {
        return planned.appearances().stream()
                .map(one -> Map.<String, Object>of(
                        "asset",
                        one.assetId(),
                        "start",
                        one.start().toMillis(),
                        "end",
                        one.end().toMillis()))
                .toList();
    }

    private void report(long id, String state, Map<String, Object> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("state", state);
        line.putAll(more);
        told.accept(line);
    }

    @Override
    public synchronized void close() {
        end();
    }
}
