package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmFile;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.FilmReport;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.Mood;
import app.keepsake.media.JpegWriter;
import app.keepsake.memories.Withdrawal;
import app.keepsake.music.MusicAnalysis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A film rendered to a file.
 *
 * @param plan what was rendered
 * @param memory name of the memory that it tells; empty for a project
 * @param report of the renderer
 * @param elapsed time of planning and rendering
 */
record MovieRun(FilmPlan plan, String memory, Path film, FilmReport report, Duration elapsed) {
    private static final float POSTER_QUALITY = 0.92f;
    private static final int SHEET_WIDTH = 1120;
    private static final float SHEET_QUALITY = 0.72f;
    /** Far enough that no two memories get the same. */
    private static final int PIECES_APART = 0x9E3779B1;

    /** @throws IOException when nothing of the memory is there to be shown, or the film cannot be written */
    static MovieRun render(
            Catalog catalog, Memory memory, FilmOptions options, FilmCache cache, Path film, Interruption interruption)
            throws IOException {
        long start = System.nanoTime();
        FilmPlan plan = plan(catalog, memory, options);
        Path part = beside(film);
        MovieRun made = render(plan, memory.id(), options, cache, part, interruption, start);
        MovieRun run = new MovieRun(plan, made.memory, film, made.report, made.elapsed);
        if (run.report.finished()) {
            Optional<String> because =
                    remember(catalog, memory, plan, part, film).withdrawnBecause();
            if (because.isPresent()) {
                throw new IOException("%s: something in it was hidden while it was made (%s). Make it once more."
                        .formatted(memory.id(), because.get()));
            }
        }
        return run;
    }

    /**
     * What film a memory becomes.
     *
     * @throws IOException when nothing of the memory is there to be shown, or the music cannot be read
     */
    static FilmPlan plan(Catalog catalog, Memory memory, FilmOptions options) throws IOException {
        FilmShots told = FilmShots.of(memory, catalog);
        if (told.shots().isEmpty()) {
            throw new IOException("%s: expected photos and clips to show, found that all %d files are gone. "
                            .formatted(memory.id(), memory.shots().size())
                    + "Connect the disk that holds them, or index the folder anew.");
        }
        FilmRequest request = new FilmRequest(
                        memory.title(),
                        memory.subtitle(),
                        told.shots(),
                        Mood.named(options.mood != null ? options.mood : MoodFit.of(memory)),
                        options.length(),
                        options.seed != null ? options.seed : seed(memory),
                        options.size(),
                        options.fps)
                .withRoute(FilmShots.route(memory, catalog))
                .withChapters(told.chapters());
        Path music =
                options.music != null ? options.music : memory.edit().music().orElse(null);
        if (music != null) {
            request = request.withMusic(MusicAnalysis.of(music));
        }
        return FilmPlanner.plan(request);
    }

    /** The same memory always gets the same film, unless the user wants another piece of music. */
    private static long seed(Memory memory) {
        return memory.id().hashCode() + (long) PIECES_APART * memory.edit().piece();
    }

    /** Where a film is written that is not noted yet; no two are written to the same file. */
    static Path beside(Path film) {
        return film.resolveSibling(".%s.%s.part".formatted(film.getFileName(), UUID.randomUUID()));
    }

    /**
     * Puts a film in its place, and keeps in mind which assets it shows, so that it is found when one of them is to be
     * shown less.
     *
     * @param part where it was written
     */
    static Film remember(Catalog catalog, Memory memory, FilmPlan plan, Path part, Path film) {
        return Withdrawal.rendered(
                catalog,
                part.toAbsolutePath().normalize(),
                film.toAbsolutePath().normalize(),
                memory,
                chapters(plan),
                Locale.getDefault());
    }

    /** A film's chapters in the catalog's terms. */
    static List<Chapter> chapters(FilmPlan plan) {
        return plan.chapters().stream()
                .map(chapter -> new Chapter(chapter.name(), chapter.start(), chapter.end()))
                .toList();
    }

    /** Renders a plan, and writes what else is asked for beside it. */
    static MovieRun render(
            FilmPlan plan,
            String memory,
            FilmOptions options,
            FilmCache cache,
            Path film,
            Interruption interruption,
            long start)
            throws IOException {
        if (options.project != null) {
            FilmFile.writeProject(plan, options.project);
        }
        if (options.otio != null) {
            FilmFile.writeOpenTimeline(plan, options.otio);
        }
        FilmRenderer renderer = new FilmRenderer(cache);
        if (options.poster != null) {
            JpegWriter.write(renderer.poster(plan), options.poster, POSTER_QUALITY);
        }
        if (options.sheet != null) {
            JpegWriter.write(renderer.contactSheet(plan, SHEET_WIDTH), options.sheet, SHEET_QUALITY);
        }
        try (Progress bar = Progress.of("Rendering", "frames", plan.frames())) {
            FilmReport report =
                    renderer.render(plan, film, (done, total) -> bar.reached(done), interruption::requested);
            return new MovieRun(plan, memory, film, report, Duration.ofNanos(System.nanoTime() - start));
        }
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

    Map<String, Object> toJson() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", film.toString());
        told.put("memory", memory);
        told.put("title", plan.request().title());
        told.put("subtitle", plan.request().subtitle());
        told.put("mood", plan.request().mood().name());
        told.put("seed", plan.request().seed());
        told.put("width", plan.request().size().width());
        told.put("height", plan.request().size().height());
        told.put("finished", report.finished());
        told.put("frames", report.frames());
        told.put("seconds", report.duration().toMillis() / 1000.0);
        told.put("renderSeconds", elapsed.toMillis() / 1000.0);
        told.put("timesRealTime", Math.round(timesRealTime() * 100) / 100.0);
        told.put("problems", report.problems());
        return told;
    }
}
