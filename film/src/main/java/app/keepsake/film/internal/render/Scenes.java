package app.keepsake.film.internal.render;

import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.RationalTime;
import app.keepsake.film.timeline.Track.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Keeps the scenes that are seen and prepares the next ones on another thread; those that are over are closed. */
final class Scenes implements AutoCloseable {
    private static final int AHEAD = 2;

    private final List<Placed> shots;
    private final SceneLoader loader;
    private final Map<Placed, Future<Scene>> open = new LinkedHashMap<>();
    private final ExecutorService decoding = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "film decoder");
        thread.setDaemon(true);
        return thread;
    });
    private int next;

    Scenes(List<Placed> items, SceneLoader loader) {
        this.shots =
                items.stream().filter(placed -> placed.item() instanceof Clip).toList();
        this.loader = loader;
        prepare(0);
    }

    /** The scene of a shot, waiting for it if it is not ready. */
    Scene get(Placed placed) {
        prepare(shots.indexOf(placed));
        Future<Scene> scene = open.get(placed);
        if (scene == null) {
            throw new IllegalStateException("A scene was asked for after it was over.");
        }
        return wait(scene);
    }

    /** Closes what is seen no more at a frame. */
    void release(int frame) {
        List<Placed> over = new ArrayList<>();
        for (Placed placed : open.keySet()) {
            if (placed.visibleTo().value() <= frame) {
                over.add(placed);
            }
        }
        for (Placed placed : over) {
            Future<Scene> scene = open.remove(placed);
            if (scene != null) {
                wait(scene).close();
            }
        }
    }

    private void prepare(int current) {
        while (next < shots.size() && next <= current + AHEAD) {
            Placed placed = shots.get(next++);
            Clip clip = (Clip) placed.item();
            RationalTime handle = placed.start().minus(placed.visibleFrom());
            RationalTime from = clip.source().start().minus(handle);
            open.put(placed, decoding.submit(() -> loader.load(clip, from)));
        }
    }

    private static Scene wait(Future<Scene> scene) {
        try {
            return scene.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a shot.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A shot could not be prepared.", e.getCause());
        }
    }

    @Override
    public void close() {
        for (Future<Scene> scene : open.values()) {
            if (!scene.cancel(false)) {
                wait(scene).close();
            }
        }
        decoding.shutdown();
    }
}
