package app.keepsake.film.internal.sound;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.internal.store.Fingerprint;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes a film's sound on a thread of its own, or takes it from the cache. */
public final class SoundtrackTask implements AutoCloseable {
    private final FilmPlan plan;
    private final Optional<FilmCache> cache;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Sound> sound = new CompletableFuture<>();
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
            String name = fingerprint();
            Optional<Sound> known = cache.flatMap(kept -> kept.get(name)).map(SoundtrackTask::sound);
            if (known.isPresent()) {
                sound.complete(known.get());
                return;
            }
            Sound made = Soundtrack.of(plan, cancel, problems);
            if (problems.isEmpty() && !cancel.requested()) {
                cache.ifPresent(kept -> kept.put(name, bytes(made)));
            }
            sound.complete(made);
        } catch (MediaException | RuntimeException | Error e) {
            sound.completeExceptionally(e);
        }
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

    /** The sound, when it is there. */
    public CompletableFuture<Sound> sound() {
        return sound;
    }

    /** Clips whose sound could not be read so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        stopped.set(true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
