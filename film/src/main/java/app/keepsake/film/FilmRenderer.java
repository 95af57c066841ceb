package app.keepsake.film;

import app.keepsake.film.internal.render.Pipeline;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a movie file of a plan. Thread-safe; each render uses threads of its own. */
public final class FilmRenderer {
    /**
     * Renders a film to an MP4 file (H.264, AAC). The file appears under its name when it is complete.
     *
     * @param plan what to render
     * @param out the movie
     * @param progress told of each frame
     * @param cancel asked at each frame
     * @throws IOException when the movie cannot be written; shots that cannot be read are reported, not thrown
     */
    public FilmReport render(FilmPlan plan, Path out, ProgressListener progress, CancelSignal cancel)
            throws IOException {
        return new Pipeline(plan, out, progress, cancel).run();
    }
}
