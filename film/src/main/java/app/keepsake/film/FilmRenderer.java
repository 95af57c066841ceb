package app.keepsake.film;

import app.keepsake.film.internal.render.ContactSheet;
import app.keepsake.film.internal.render.Photos;
import app.keepsake.film.internal.render.Pipeline;
import app.keepsake.film.internal.render.Stills;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes movie files and pictures of a plan. Thread-safe; each render uses threads of its own. */
public final class FilmRenderer {
    private static final int SHEET_FRAMES = 20;
    private static final long KEPT_PHOTOS_BYTES = 96L << 20;

    private final Optional<FilmCache> cache;
    private final Photos photos = new Photos(KEPT_PHOTOS_BYTES);

    /** A renderer that makes all anew. */
    public FilmRenderer() {
        this.cache = Optional.empty();
    }

    /** A renderer that uses again what it made before, and goes on where it was stopped. */
    public FilmRenderer(FilmCache cache) {
        this.cache = Optional.of(cache);
    }

    /**
     * Renders a film to an MP4 file (H.264, AAC). The file appears under its name when it is complete.
     *
     * @param plan what to render
     * @param out the movie
     * @param progress told of the frames done
     * @param cancel asked at each frame
     * @throws IOException when the movie cannot be written; shots that cannot be read are reported, not thrown
     */
    public FilmReport render(FilmPlan plan, Path out, ProgressListener progress, CancelSignal cancel)
            throws IOException {
        return new Pipeline(plan, out, Optional.empty(), cache, photos, progress, cancel).run();
    }

    /**
     * As {@link #render}, and writes the film a second time into a fragmented MP4 that can be played while it grows: a
     * server sends what is there, waits, and sends the rest. It grows by short steps at first; the first, of an eighth
     * of a second, comes within a second where this renderer has worked before. In the end it stands complete beside
     * the film, which holds the same pictures and sound, and in which players can jump; when it was cancelled, both are
     * gone.
     *
     * <p>To go over to another mood or length, cancel, wait for the answer, and play the other plan on the same
     * renderer: photos with which films begin are kept decoded, and segments that do not change come from the cache.
     *
     * @param growing the file to play; replaced at once if it is there
     * @param progress told by {@link ProgressListener#playable} when the growing file has grown
     * @throws IOException when a file cannot be written
     */
    public FilmReport play(FilmPlan plan, Path growing, Path out, ProgressListener progress, CancelSignal cancel)
            throws IOException {
        return new Pipeline(plan, out, Optional.of(growing), cache, photos, progress, cancel).run();
    }

    /**
     * Draws single frames, words included.
     *
     * @param frames their numbers, rising
     * @param taker is lent each frame until it returns
     */
    public void frames(FilmPlan plan, List<Integer> frames, Consumer<RgbImage> taker) {
        Stills.frames(plan, photos, frames, taker);
    }

    /** The film at a glance: small frames in rows, on a sheet of a width in pixels. */
    public RgbImage contactSheet(FilmPlan plan, int width) {
        return ContactSheet.of(plan, photos, width, SHEET_FRAMES);
    }

    /** The picture that stands for a film, without words. */
    public RgbImage poster(FilmPlan plan) {
        return Stills.poster(plan, photos);
    }
}
