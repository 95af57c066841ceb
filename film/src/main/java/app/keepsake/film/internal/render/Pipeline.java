package app.keepsake.film.internal.render;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmReport;
import app.keepsake.film.ProgressListener;
import app.keepsake.film.internal.picture.Canvas;
import app.keepsake.film.internal.sound.Soundtrack;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Sound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Draws and encodes at the same time. Three frames go round between a drawing thread and the caller's, which encodes; so
 * memory stays the same however long the film is.
 */
public final class Pipeline {
    private static final int BUFFERS = 3;
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);

    private final FilmPlan plan;
    private final Path out;
    private final ProgressListener progress;
    private final CancelSignal cancel;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    public Pipeline(FilmPlan plan, Path out, ProgressListener progress, CancelSignal cancel) {
        this.plan = plan;
        this.out = out;
        this.progress = progress;
        this.cancel = cancel;
    }

    /** Renders the film. */
    public FilmReport run() throws MediaException {
        Sound sound = Soundtrack.of(plan, cancel, problems);
        MovieFormat format = new MovieFormat(
                plan.request().size().width(),
                plan.request().size().height(),
                plan.request().fps());
        int written = 0;
        try (MovieWriter writer = MovieWriter.create(out, format);
                Drawing drawing = new Drawing()) {
            int total = plan.frames();
            long fps = plan.request().fps();
            while (written < total && !cancel.requested()) {
                RgbImage frame = drawing.next();
                writer.frame(frame);
                drawing.giveBack(frame);
                int from = 2 * (int) (written * (long) Sound.RATE / fps);
                int to = 2 * (int) ((written + 1L) * Sound.RATE / fps);
                writer.sound(sound.samples(), from, to - from);
                written++;
                progress.progress(written, total);
            }
            boolean finished = written == total;
            if (finished) {
                writer.finish();
            }
            List<String> all = new ArrayList<>(problems);
            all.addAll(drawing.loader.problems());
            return new FilmReport(finished, written, plan.duration(), all);
        }
    }

    /** The drawing thread and the frames that go round. */
    private final class Drawing implements AutoCloseable {
        private final BlockingQueue<RgbImage> free = new ArrayBlockingQueue<>(BUFFERS);
        private final BlockingQueue<RgbImage> drawn = new ArrayBlockingQueue<>(BUFFERS + 1);
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
        private final RgbImage end = RgbImage.black(1, 1);
        private final SceneLoader loader;
        private final Canvas canvas;
        private final Thread thread;

        Drawing() {
            int width = plan.request().size().width();
            int height = plan.request().size().height();
            this.canvas = new Canvas(width, height, THREADS);
            this.loader = new SceneLoader(plan, canvas);
            for (int i = 0; i < BUFFERS; i++) {
                free.add(RgbImage.black(width, height));
            }
            this.thread = Thread.ofPlatform().name("film drawing").daemon().start(this::draw);
        }

        private void draw() {
            try (Director director = new Director(plan, loader, canvas, THREADS)) {
                for (int frame = 0; frame < plan.frames() && !stopped.get(); frame++) {
                    RgbImage image = free.take();
                    director.draw(frame, image);
                    drawn.put(image);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failure.set(e);
                drawn.add(end);
            }
        }

        RgbImage next() {
            RgbImage image = taken(drawn);
            if (image == end) {
                throw new IllegalStateException("Drawing the film failed.", failure.get());
            }
            return image;
        }

        private static RgbImage taken(BlockingQueue<RgbImage> queue) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while rendering.", e);
            }
        }

        void giveBack(RgbImage image) {
            free.add(image);
        }

        @Override
        public void close() {
            stopped.set(true);
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
