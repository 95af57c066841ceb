package app.keepsake.film.internal.render;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmReport;
import app.keepsake.film.ProgressListener;
import app.keepsake.film.internal.sound.SoundtrackTask;
import app.keepsake.media.CodedPictures;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.Sound;
import app.keepsake.media.VideoEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes sound and pictures at the same time and joins them in order. Memory stays the same however long the film is,
 * except for its sound.
 */
public final class Pipeline {
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    private static final long POLL_MILLISECONDS = 50;

    private final FilmPlan plan;
    private final Path out;
    private final Optional<Path> growing;
    private final Optional<FilmCache> cache;
    private final VideoEncoder encoder;
    private final Photos photos;
    private final ProgressListener progress;
    private final CancelSignal cancel;

    /**
     * @param growing a second file, to be played while it is written
     */
    public Pipeline(
            FilmPlan plan,
            Path out,
            Optional<Path> growing,
            Optional<FilmCache> cache,
            VideoEncoder encoder,
            Photos photos,
            ProgressListener progress,
            CancelSignal cancel) {
        this.plan = plan;
        this.out = out;
        this.growing = growing;
        this.cache = cache;
        this.encoder = encoder;
        this.photos = photos;
        this.progress = progress;
        this.cancel = cancel;
    }

    /**
     * Renders the film.
     *
     * @throws EncodingException when the encoder fails
     */
    public FilmReport run() throws MediaException {
        MovieFormat format = new MovieFormat(
                plan.request().size().width(),
                plan.request().size().height(),
                plan.request().fps());
        photos.begin();
        List<Segment> segments = Segment.of(plan);
        List<MovieWriter> writers = new ArrayList<>();
        try (SoundtrackTask sound = SoundtrackTask.start(plan, cache, cancel);
                RenderWorkers workers = new RenderWorkers(plan, segments, cache, encoder, photos, cancel, WORKERS)) {
            if (growing.isPresent()) {
                writers.add(MovieWriter.growing(growing.get(), format));
            }
            writers.add(MovieWriter.create(out, format));
            int written = 0;
            try {
                for (Segment segment : segments) {
                    Sound all = waited(sound.upTo(samples(segment.to())), workers);
                    CodedPictures run = waited(workers.run(segment), workers);
                    for (MovieWriter writer : writers) {
                        int from = 2 * samples(segment.from());
                        writer.sound(all.samples(), from, 2 * samples(segment.to()) - from);
                        writer.pictures(run);
                        writer.flush();
                    }
                    if (growing.isPresent()) {
                        progress.playable(segment.to());
                    }
                    workers.taken(segment);
                    written = segment.to();
                }
                progress.progress(written, plan.frames());
                for (MovieWriter writer : writers) {
                    writer.finish();
                }
            } catch (CancellationException e) {
                return report(false, written, sound, workers);
            }
            return report(true, written, sound, workers);
        } finally {
            writers.forEach(MovieWriter::close);
        }
    }

    private int samples(int frame) {
        return (int) ((long) frame * Sound.RATE / plan.request().fps());
    }

    private FilmReport report(boolean finished, int frames, SoundtrackTask sound, RenderWorkers workers) {
        Set<String> problems = new LinkedHashSet<>(sound.problems());
        problems.addAll(workers.problems());
        return new FilmReport(finished, frames, plan.duration(), List.copyOf(problems));
    }

    /** Waits for a result, telling of progress meanwhile. */
    private <T> T waited(Future<T> result, RenderWorkers workers) throws MediaException {
        try {
            while (true) {
                if (cancel.requested()) {
                    throw new CancellationException("Rendering was stopped.");
                }
                try {
                    T made = result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                    progress.progress(workers.done(), plan.frames());
                    return made;
                } catch (TimeoutException e) {
                    progress.progress(workers.done(), plan.frames());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while rendering.");
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) {
                case MediaException media -> throw media;
                case RuntimeException runtime -> throw runtime;
                case Error error -> throw error;
                default -> throw new IllegalStateException("Rendering failed.", e.getCause());
            }
        }
    }
}
