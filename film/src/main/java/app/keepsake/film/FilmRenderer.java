package app.keepsake.film;

import app.keepsake.film.internal.render.ContactSheet;
import app.keepsake.film.internal.render.EncodingException;
import app.keepsake.film.internal.render.Photos;
import app.keepsake.film.internal.render.Pipeline;
import app.keepsake.film.internal.render.Stills;
import app.keepsake.media.CodingQuality;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoEncoder;
import app.keepsake.media.VideoEncoders;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes movie files and pictures of a plan. Thread-safe; each render uses threads of its own. */
public final class FilmRenderer {
    private static final VideoEncoder SHIPPED = VideoEncoders.shipped(CodingQuality.STANDARD);
    private static final int SHEET_FRAMES = 20;
    private static final long KEPT_PHOTOS_BYTES = 96L << 20;

    private static final Logger LOG = System.getLogger(FilmRenderer.class.getName());

    private final Optional<FilmCache> cache;
    private final VideoEncoder encoder;
    private final Photos photos = new Photos(KEPT_PHOTOS_BYTES);

    /** A renderer that makes all anew, by the encoder that is shipped. */
    public FilmRenderer() {
        this(Optional.empty(), SHIPPED);
    }

    /**
     * A renderer that uses again what it made before, and goes on where it was stopped.
     *
     * @param encoder one that was tried; where it fails later, the film is made anew by the one that is shipped
     */
    public FilmRenderer(FilmCache cache, VideoEncoder encoder) {
        this(Optional.of(cache), encoder);
    }

    /** A renderer that makes all anew. */
    public FilmRenderer(VideoEncoder encoder) {
        this(Optional.empty(), encoder);
    }

    private FilmRenderer(Optional<FilmCache> cache, VideoEncoder encoder) {
        this.cache = cache;
        this.encoder = encoder;
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
        return run(plan, out, Optional.empty(), progress, cancel);
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
        return run(plan, out, Optional.of(growing), progress, cancel);
    }

    private FilmReport run(
            FilmPlan plan, Path out, Optional<Path> growing, ProgressListener progress, CancelSignal cancel)
            throws IOException {
        try {
            return new Pipeline(plan, out, growing, cache, encoder, photos, progress, cancel).run();
        } catch (EncodingException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} The film is made anew by the encoder that comes with Keepsake.",
                    e.getMessage());
            return new Pipeline(plan, out, growing, cache, SHIPPED, photos, progress, cancel).run();
        }
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
