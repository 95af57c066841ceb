package app.keepsake.operations.film;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmCache;
import app.keepsake.film.FilmFile;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.FilmReport;
import app.keepsake.film.ProgressListener;
import app.keepsake.media.JpegWriter;
import app.keepsake.media.VideoEncoder;
import app.keepsake.operations.sources.FilmOriginals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Renders a film as it was planned, for example one that was saved as a project, and writes what else is asked for. */
public final class RenderPlan {
    private static final float POSTER_QUALITY = 0.92f;
    private static final int SHEET_WIDTH = 1120;
    private static final float SHEET_QUALITY = 0.72f;

    private final FilmCache cache;
    private final FilmOriginals originals;
    private final VideoEncoder encoder;

    /**
     * @param originals of photos of sources, in place of their previews; what is saved of the edit names the previews
     * @param encoder one that works
     */
    public RenderPlan(FilmCache cache, FilmOriginals originals, VideoEncoder encoder) {
        this.cache = cache;
        this.originals = originals;
        this.encoder = encoder;
    }

    /**
     * @param film what was there is replaced when the new one is complete
     * @param progress is first told of no frames
     * @throws IOException when something cannot be written
     */
    public RenderedFilm to(Path film, FilmPlan plan, FilmExtras extras, ProgressListener progress, CancelSignal stop)
            throws IOException {
        long start = System.nanoTime();
        if (extras.project().isPresent()) {
            FilmFile.writeProject(plan, extras.project().get());
        }
        if (extras.otio().isPresent()) {
            FilmFile.writeOpenTimeline(plan, extras.otio().get());
        }
        FilmPlan shown = originals.in(plan, stop::requested);
        FilmRenderer renderer = new FilmRenderer(cache, encoder);
        if (extras.poster().isPresent()) {
            JpegWriter.write(renderer.poster(shown), extras.poster().get(), POSTER_QUALITY);
        }
        if (extras.sheet().isPresent()) {
            JpegWriter.write(
                    renderer.contactSheet(shown, SHEET_WIDTH), extras.sheet().get(), SHEET_QUALITY);
        }
        progress.progress(0, plan.frames());
        FilmReport report = renderer.render(shown, film, progress, stop);
        return new RenderedFilm(plan, "", film, report, Duration.ofNanos(System.nanoTime() - start));
    }
}
