package app.keepsake.bench;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Somebody who watches a film for a second and then wants another.
 *
 * @param seconds until the first pictures could be played
 * @param endedAt when they had enough, by {@link System#nanoTime()}
 */
record Watching(double seconds, long endedAt) {
    private static final long WATCHED_NANOS = 1_000_000_000L;

    /**
     * Plays a film that was asked for at a time.
     *
     * @param asked by {@link System#nanoTime()}
     */
    static Watching of(FilmRenderer renderer, FilmPlan plan, Path folder, long asked) throws IOException {
        AtomicLong playable = new AtomicLong();
        AtomicLong ended = new AtomicLong();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void progress(int done, int total) {}

            @Override
            public void playable(int frames) {
                playable.compareAndSet(0, System.nanoTime());
            }
        };
        CancelSignal enough = () -> {
            long now = System.nanoTime();
            boolean over = playable.get() != 0 && now - playable.get() > WATCHED_NANOS;
            if (over) {
                ended.compareAndSet(0, now);
            }
            return over;
        };
        renderer.play(plan, folder.resolve("growing.mp4"), folder.resolve("played.mp4"), listener, enough);
        return new Watching((playable.get() - asked) / 1e9, ended.get());
    }
}
