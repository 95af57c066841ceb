package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.FilmReport;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A memory rendered to a file.
 *
 * @param report of the renderer
 * @param elapsed time of planning and rendering
 */
record MovieRun(Memory memory, Path film, FilmReport report, Duration elapsed) {
    static final int FPS = 30;

    /** @throws IOException when nothing of the memory is there to be shown, or the film cannot be written */
    static MovieRun render(
            Catalog catalog, Memory memory, Mood mood, Length length, Path film, Interruption interruption)
            throws IOException {
        long start = System.nanoTime();
        List<Shot> shots = FilmShots.of(memory, catalog);
        if (shots.isEmpty()) {
            throw new IOException("%s: expected photos and clips to show, found that all %d files are gone. "
                            .formatted(memory.id(), memory.shots().size())
                    + "Connect the disk that holds them, or index the folder anew.");
        }
        FilmPlan plan = FilmPlanner.plan(new FilmRequest(
                memory.title(), memory.subtitle(), shots, mood, length, seed(memory), FrameSize.HD_1080, FPS));
        try (Progress bar = Progress.of("Rendering", "frames", plan.frames())) {
            FilmReport report =
                    new FilmRenderer().render(plan, film, (done, total) -> bar.reached(done), interruption::requested);
            if (report.finished()) {
                catalog.memories()
                        .rendered(
                                film.toAbsolutePath().normalize(),
                                memory.id(),
                                memory.shots().stream()
                                        .map(shot -> shot.assetId())
                                        .toList());
            }
            return new MovieRun(memory, film, report, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** The same memory always gets the same film. */
    private static long seed(Memory memory) {
        return memory.id().hashCode();
    }

    double timesRealTime() {
        return report.duration().toNanos() / (double) Math.max(1, elapsed.toNanos());
    }

    int exitCode() {
        if (!report.finished()) {
            return ExitCode.INTERRUPTED;
        }
        return report.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", film.toString());
        told.put("memory", memory.id());
        told.put("title", memory.title());
        told.put("subtitle", memory.subtitle());
        told.put("finished", report.finished());
        told.put("frames", report.frames());
        told.put("seconds", report.duration().toMillis() / 1000.0);
        told.put("renderSeconds", elapsed.toMillis() / 1000.0);
        told.put("timesRealTime", Math.round(timesRealTime() * 100) / 100.0);
        told.put("problems", report.problems());
        return told;
    }
}
