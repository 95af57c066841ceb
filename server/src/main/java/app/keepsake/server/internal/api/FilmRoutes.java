package app.keepsake.server.internal.api;

import app.keepsake.catalog.Appearance;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.MayShow;
import app.keepsake.server.internal.disk.Originals;
import app.keepsake.server.internal.http.GrowingFile;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.LiveFilmService;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Films: made on demand, played by ranges, downloaded. */
final class FilmRoutes {
    private static final String FILM = "/api/memories/{memory}/films/{mood}/{length}";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Catalog catalog;
    private final MayShow mayShow;
    private final Films films;
    private final Jobs jobs;
    private final LiveFilmService liveFilms;
    private final Originals originals;
    private final Requests requests;

    FilmRoutes(
            Catalog catalog,
            MayShow mayShow,
            Films films,
            Jobs jobs,
            LiveFilmService liveFilms,
            Originals originals,
            Requests requests) {
        this.catalog = catalog;
        this.mayShow = mayShow;
        this.films = films;
        this.jobs = jobs;
        this.liveFilms = liveFilms;
        this.originals = originals;
        this.requests = requests;
    }

    /** How far a film is: {@code ready}, or else the work that makes it. */
    record FilmState(boolean ready, Optional<JobView> job) {}

    /** A part of a film's story; times in seconds. */
    @SchemaName("FilmChapterTold")
    record ChapterView(String name, double start, double end) {}

    /** When a shot is seen; times in seconds. */
    @SchemaName("FilmShotTold")
    record ShotView(long asset, double start, double end) {}

    /** The parts of a film's story, and when its shots are seen, in order; none when they are not known. */
    record Chapters(List<ChapterView> chapters, List<ShotView> shots) {
        /** To be told to whoever sees the film. */
        static Chapters of(List<Chapter> chapters) {
            return of(chapters, List.of());
        }

        static Chapters of(List<Chapter> chapters, List<Appearance> appearances) {
            return new Chapters(
                    chapters.stream()
                            .map(one -> new ChapterView(one.name(), seconds(one.start()), seconds(one.end())))
                            .toList(),
                    appearances.stream()
                            .map(one -> new ShotView(one.assetId(), seconds(one.start()), seconds(one.end())))
                            .toList());
        }

        private static double seconds(Duration time) {
            return time.toMillis() / 1000.0;
        }
    }

    /** Work as clients see it. */
    @SchemaName("FilmJobTold")
    record JobView(
            long id,
            String kind,
            String subject,
            boolean background,
            String state,
            String task,
            long done,
            long total,
            String message) {
        static JobView of(ServiceJob job) {
            return new JobView(
                    job.id(),
                    lower(job.kind()),
                    job.subject(),
                    job.background(),
                    lower(job.state()),
                    job.task(),
                    job.done(),
                    job.total(),
                    job.message());
        }

        /** The same without words that may name who is hidden: those of a request, and of a memory that is told no more. */
        static JobView of(ServiceJob job, Requests requests) {
            JobView all = of(job);
            return job.subject().isEmpty() || requests.find(job.subject()).isPresent()
                    ? all
                    : new JobView(all.id, all.kind, "", all.background, all.state, all.task, all.done, all.total, "");
        }

        /** All of it only for who may be told what is hidden. */
        static JobView of(ServiceJob job, Requests requests, Context context) {
            return requests.isProven(context) ? of(job) : of(job, requests);
        }

        private static String lower(Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(FILM, "The film as MP4, whole or in ranges.", byte[].class, this::play)
                        .withQuery("download"),
                Endpoint.post(
                        FILM,
                        "Makes the film, unless it is there; the film that was made before is stopped.",
                        Void.class,
                        FilmState.class,
                        this::make),
                Endpoint.get(
                        "/api/jobs/{job}/film",
                        "The film that this work makes, as fragmented MP4 while it is made.",
                        byte[].class,
                        this::playGrowing),
                Endpoint.get(
                        FILM + "/chapters",
                        "The parts of the film's story, and when its shots are seen.",
                        Chapters.class,
                        this::chapters),
                Endpoint.get(
                        "/api/jobs/{job}/film/chapters",
                        "The parts of the story of the film that this work makes, and when its shots are seen.",
                        Chapters.class,
                        this::growingChapters),
                Endpoint.get(
                        "/api/jobs",
                        "Work that waits or runs.",
                        Work.class,
                        context -> new Work(jobs.open().stream()
                                .map(job -> JobView.of(job, requests, context))
                                .toList())),
                Endpoint.get(
                        "/api/jobs/{job}",
                        "How far a piece of work is.",
                        JobView.class,
                        context -> find(Requests.number(context, "job"))
                                .map(job -> JobView.of(job, requests, context))
                                .orElseThrow(() -> Problem.notFound("work", context.pathParam("job")))),
                Endpoint.delete("/api/jobs/{job}", "Stops a piece of work.", this::stop));
    }

    /** All open work. */
    record Work(List<JobView> jobs) {}

    private @Nullable Object play(Context context) throws IOException {
        Memory memory = requests.memory(context);
        Path film = find(memory, context).orElseThrow(() -> Problem.notFound("a film that is made", memory.id()));
        if (context.queryParam("download") != null) {
            context.header("Content-Disposition", "attachment; filename=\"%s.mp4\"".formatted(memory.id()));
        }
        try {
            send(context, catalog, mayShow, film);
        } catch (NoSuchFileException withdrawnMeanwhile) {
            throw Problem.notFound("a film that is made", memory.id());
        }
        return null;
    }

    /** Sends a film, while what it shows may be shown, whatever film takes its place. */
    static void send(Context context, Catalog catalog, MayShow mayShow, Path film) throws IOException {
        Film shown = catalog.memories().film(film).orElseThrow(() -> new NoSuchFileException(film.toString()));
        BasicFileAttributes now = Files.readAttributes(film, BasicFileAttributes.class);
        String tag = Long.toHexString(now.lastModifiedTime().toMillis()) + "-" + Long.toHexString(now.size());
        RangedFile.send(context, film, "video/mp4", tag, RangedFile.Keeping.ASKING, () -> mayShow.allows(shown));
    }

    private Optional<Path> find(Memory memory, Context context) {
        return films.find(memory, mood(context), length(context));
    }

    private String mood(Context context) {
        return oneOf(films.moods(), context.pathParam("mood"));
    }

    private static String length(Context context) {
        return oneOf(Films.LENGTHS, context.pathParam("length"));
    }

    static String oneOf(List<String> words, String word) {
        if (!words.contains(word)) {
            throw Problem.notFound("one of " + String.join(", ", words), word);
        }
        return word;
    }

    private Chapters chapters(Context context) {
        Memory memory = requests.memory(context);
        Path film = find(memory, context).orElseThrow(() -> Problem.notFound("a film that is made", memory.id()));
        return Chapters.of(catalog.memories().chapters(film), catalog.memories().appearances(film));
    }

    private Chapters growingChapters(Context context) {
        long id = Requests.number(context, "job");
        return Chapters.of(
                liveFilms.chapters(id).orElseThrow(() -> Problem.notFound("a film in the making", id)),
                liveFilms.appearances(id));
    }

    private Optional<ServiceJob> find(long id) {
        return jobs.find(id).or(() -> liveFilms.find(id));
    }

    private @Nullable Object playGrowing(Context context) throws IOException, InterruptedException {
        long id = Requests.number(context, "job");
        Path growing = liveFilms
                .playable(id, PATIENCE)
                .filter(Files::isRegularFile)
                .orElseThrow(() -> Problem.notFound("a film in the making", id));
        try {
            GrowingFile.send(context, growing, "video/mp4", () -> liveFilms.isOver(id), () -> liveFilms.isAllowed(id));
        } catch (NoSuchFileException finishedOrWithdrawnMeanwhile) {
            throw Problem.notFound("a film in the making", id);
        }
        return null;
    }

    private FilmState make(Context context) {
        Memory memory = requests.memory(context);
        if (find(memory, context).isPresent()) {
            return new FilmState(true, Optional.empty());
        }
        if (memory.shots().stream().noneMatch(shot -> originals.isThere(shot.assetId()))) {
            throw new Problem(
                    409,
                    "away",
                    "The files of these pictures are not there. Connect the disk that holds them, then play it again.");
        }
        String mood = mood(context);
        String length = length(context);
        Path film = films.file(memory.id(), mood, length);
        try {
            ServiceJob job = liveFilms.show(memory, mood, length, film);
            context.status(202);
            return new FilmState(false, Optional.of(JobView.of(job)));
        } catch (IOException e) {
            throw new Problem(503, "films", "Keepsake's own command cannot start: " + e.getMessage());
        }
    }

    private @Nullable Object stop(Context context) {
        long id = Requests.number(context, "job");
        if (!liveFilms.stop(id)) {
            jobs.cancel(id);
        }
        return null;
    }
}
