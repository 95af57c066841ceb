package app.keepsake.film.internal.render;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.internal.work.Threads;
import app.keepsake.media.CodedPictures;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that each draw and encode segments by themselves. A segment is the same whoever makes it and whenever, so the
 * film does not depend on how many there are.
 */
final class RenderWorkers implements AutoCloseable {
    /** How many units may be made ahead of the one that is waited for, beside one for each thread. */
    private static final int AHEAD = 2;

    private final FilmPlan plan;
    private final Optional<FilmCache> cache;
    private final VideoEncoder encoder;
    private final CancelSignal cancel;
    private final MovieFormat format;
    private final SceneLoader loader;
    private final Titles titles;
    private final List<List<Segment>> units;
    private final List<CompletableFuture<CodedPictures>> runs = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Set<PictureEncoder> encoding = ConcurrentHashMap.newKeySet();
    private final Semaphore lead;
    private final List<Thread> threads = new ArrayList<>();

    RenderWorkers(
            FilmPlan plan,
            List<Segment> segments,
            Optional<FilmCache> cache,
            VideoEncoder encoder,
            Photos photos,
            CancelSignal cancel,
            int size) {
        this.plan = plan;
        this.cache = cache;
        this.encoder = encoder;
        this.cancel = cancel;
        this.format = new MovieFormat(
                plan.request().size().width(),
                plan.request().size().height(),
                plan.request().fps());
        this.loader = new SceneLoader(plan, photos);
        this.titles = new Titles(plan);
        this.units = Segment.units(plan, segments);
        segments.forEach(segment -> runs.add(new CompletableFuture<>()));
        this.lead = new Semaphore(size + AHEAD);
        for (int i = 0; i < size; i++) {
            threads.add(Thread.ofPlatform().name("film " + i).daemon().start(this::work));
        }
    }

    private void work() {
        try (FrameComposer composer = new FrameComposer(plan, loader, titles)) {
            RgbImage frame = RgbImage.black(format.width(), format.height());
            while (true) {
                lead.acquire();
                int unit = next.getAndIncrement();
                if (unit >= units.size() || stopped()) {
                    return;
                }
                for (Segment segment : units.get(unit)) {
                    runs.get(segment.number()).complete(run(segment, composer, frame));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            // The cause is told before the others end, whose end would be taken for it.
            fail(e);
            stopped.set(true);
        }
    }

    private void fail(Throwable cause) {
        runs.forEach(run -> run.completeExceptionally(cause));
    }

    private boolean stopped() {
        return stopped.get() || cancel.requested();
    }

    private CodedPictures run(Segment segment, FrameComposer composer, RgbImage frame) {
        String name = cache.isPresent() ? segment.fingerprint(plan, encoder) : "";
        Optional<CodedPictures> known = cache.flatMap(kept -> kept.get(name))
                .flatMap(CodedPictures::of)
                .filter(run -> run.frames() == segment.to() - segment.from());
        if (known.isPresent()) {
            done.addAndGet(known.get().frames());
            return known.get();
        }
        CodedPictures made = encoded(segment, composer, frame);
        if (segment.media(plan).stream().allMatch(loader::whole)) {
            cache.ifPresent(kept -> kept.put(name, made.bytes()));
        }
        return made;
    }

    private CodedPictures encoded(Segment segment, FrameComposer composer, RgbImage frame) {
        try (PictureEncoder run = encoder.start(format)) {
            encoding.add(run);
            try {
                for (int i = segment.from(); i < segment.to(); i++) {
                    if (stopped()) {
                        throw new CancellationException("Rendering was stopped.");
                    }
                    composer.draw(i, frame);
                    run.frame(frame);
                    done.incrementAndGet();
                }
                return run.finish();
            } finally {
                encoding.remove(run);
            }
        } catch (MediaException e) {
            if (stopped()) {
                throw new CancellationException("Rendering was stopped.");
            }
            throw new EncodingException(encoder.name(), e);
        }
    }

    /** The pictures of a segment, when they are there; segments are asked for in order. */
    CompletableFuture<CodedPictures> run(Segment segment) {
        return runs.get(segment.number());
    }

    /** Says that a unit's last segment was taken, so that another may be begun. */
    void taken(Segment segment) {
        boolean last = units.stream().anyMatch(unit -> unit.getLast().number() == segment.number());
        if (last) {
            lead.release();
        }
    }

    /** Frames made so far. */
    int done() {
        return done.get();
    }

    List<String> problems() {
        return loader.problems();
    }

    @Override
    public void close() {
        stopped.set(true);
        threads.forEach(Thread::interrupt);
        encoding.forEach(PictureEncoder::abandon);
        Threads.awaitEnd(threads);
    }
}
