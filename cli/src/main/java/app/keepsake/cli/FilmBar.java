package app.keepsake.cli;

import app.keepsake.film.ProgressListener;
import org.jspecify.annotations.Nullable;

/** The progress of a film on the terminal. */
final class FilmBar implements ProgressListener, AutoCloseable {
    private @Nullable Progress bar;

    @Override
    public void progress(int done, int total) {
        if (bar == null) {
            bar = Progress.of("Rendering", "frames", total);
        } else {
            bar.reached(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
