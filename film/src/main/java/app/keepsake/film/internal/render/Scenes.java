package app.keepsake.film.internal.render;

import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.RationalTime;
import app.keepsake.film.timeline.Track.Placed;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the scenes that are seen; those that are over are closed. Not thread-safe. */
final class Scenes implements AutoCloseable {
    private final SceneLoader loader;
    private final Map<Placed, Scene> open = new IdentityHashMap<>();

    Scenes(SceneLoader loader) {
        this.loader = loader;
    }

    /**
     * The scene of a take.
     *
     * @param frame at which it is first asked for, in film frames; never falling
     */
    Scene get(Placed placed, int frame) {
        Scene known = open.get(placed);
        if (known != null) {
            return known;
        }
        Clip clip = (Clip) placed.item();
        RationalTime into = new RationalTime(frame, placed.start().rate()).minus(placed.start());
        Scene scene = loader.load(clip, clip.source().start().plus(into));
        open.put(placed, scene);
        return scene;
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
            Scene scene = open.remove(placed);
            if (scene != null) {
                scene.close();
            }
        }
    }

    @Override
    public void close() {
        open.values().forEach(Scene::close);
        open.clear();
    }
}
