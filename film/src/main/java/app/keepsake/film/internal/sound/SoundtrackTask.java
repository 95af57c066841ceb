package app.keepsake.film.internal.sound;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.internal.store.Fingerprint;
import app.keepsake.film.internal.work.Threads;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.Soundtrack;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes a film's sound on a thread of its own, from the start on, or takes it from the cache. It keeps somewhat ahead of
 * what was asked for, and leaves the processors to the pictures otherwise. Thread-safe.
 */
public final class SoundtrackTask implements AutoCloseable {
    /** How far it goes beyond what was asked for. */
    private static final double AHEAD = 1.5;

    private static final long PATIENCE_MILLISECONDS = 50;

    private final FilmPlan plan;
    private final Optional<FilmCache> cache;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    /** What is waited for, by the sample before which all must be there. */
    private final TreeMap<Integer, CompletableFuture<Sound>> awaited = new TreeMap<>();

    private int asked;
    private int ready;
    private Optional<Sound> sound = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CancelSignal cancel;
    private final Thread thread;

    private SoundtrackTask(FilmPlan plan, Optional<FilmCache> cache, CancelSignal cancel) {
        this.plan = plan;
        this.cache = cache;
        this.cancel = () -> stopped.get() || cancel.requested();
        this.thread = Thread.ofPlatform().name("film sound").daemon().unstarted(this::work);
    }

    /** Starts making the sound of a film. */
    public static SoundtrackTask start(FilmPlan plan, Optional<FilmCache> cache, CancelSignal cancel) {
        SoundtrackTask task = new SoundtrackTask(plan, cache, cancel);
        task.thread.start();
        return task;
    }

    private void work() {
        try {
            String name = cache.isPresent() ? fingerprint() : "";
            Optional<Sound> known = cache.flatMap(kept -> kept.get(name)).map(SoundtrackTask::sound);
            if (known.isPresent()) {
                reached(known.get(), known.get().frames());
                return;
            }
            Soundtrack track = FilmSound.of(plan, problems);
            track.make(cancel::requested, frames -> {
                reached(track.sound(), frames);
                rest();
            });
            if (problems.isEmpty() && !cancel.requested()) {
                cache.ifPresent(kept -> kept.put(name, bytes(track.sound())));
            }
        } catch (MediaException | RuntimeException | Error e) {
            failed(e);
        }
    }

    private synchronized void reached(Sound made, int frames) {
        sound = Optional.of(made);
        ready = frames;
        var there = awaited.headMap(frames, true);
        there.values().forEach(future -> future.complete(made));
        there.clear();
    }

    /** Waits until more is asked for. */
    private synchronized void rest() {
        while (ready > AHEAD * asked && !cancel.requested()) {
            try {
                wait(PATIENCE_MILLISECONDS);
            } catch (InterruptedException e) {
                stopped.set(true);
            }
        }
    }

    private synchronized void failed(Throwable cause) {
        failure = Optional.of(cause);
        awaited.values().forEach(future -> future.completeExceptionally(cause));
    }

    private String fingerprint() {
        Fingerprint print = new Fingerprint("sound");
        print.add(plan.request().mood().score());
        print.add(plan.score());
        for (String track : new String[] {"music", "clips"}) {
            for (Placed placed : plan.timeline().track(track).placed()) {
                print.add(placed);
                if (placed.item() instanceof Clip clip) {
                    print.addFiles(clip.media());
                }
            }
        }
        return print.text();
    }

    private static byte[] bytes(Sound sound) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * sound.samples().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(sound.samples());
        return bytes.array();
    }

    private static Sound sound(byte[] bytes) {
        float[] samples = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        return new Sound(samples);
    }

    /** The film's sound, when its first sample pairs are there; what lies behind them may be silent as yet. */
    public synchronized CompletableFuture<Sound> upTo(int frames) {
        asked = Math.max(asked, frames);
        notifyAll();
        if (failure.isPresent()) {
            return CompletableFuture.failedFuture(failure.get());
        }
        if (sound.isPresent() && ready >= frames) {
            return CompletableFuture.completedFuture(sound.get());
        }
        return awaited.computeIfAbsent(frames, key -> new CompletableFuture<>());
    }

    /** Clips whose sound could not be read so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        stopped.set(true);
        Threads.awaitEnd(List.of(thread));
    }
}
