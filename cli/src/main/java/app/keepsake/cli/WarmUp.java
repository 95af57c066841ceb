package app.keepsake.cli;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.ProgressListener;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.media.JpegWriter;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A film of nothing: loads libraries, fonts and samples, and lets the compiler see the inner loops. */
final class WarmUp {
    private static final int FPS = 30;
    private static final int FRAMES = 90;
    private static final int WIDTH = 2400;
    private static final int HEIGHT = 1600;
    private static final float QUALITY = 0.8f;
    private static final int SHOTS = 6;

    private WarmUp() {}

    /** Renders until about three seconds are there, or it is to stop. */
    static void run(FilmRenderer renderer, CancelSignal stopped) throws IOException {
        Path folder = Files.createTempDirectory("keepsake");
        Path photo = folder.resolve("photo.jpg");
        try {
            JpegWriter.write(slope(), photo, QUALITY);
            List<FilmShot> shots = Collections.nCopies(SHOTS, FilmShot.photo(photo, WIDTH, HEIGHT));
            FilmPlan plan = FilmPlanner.plan(new FilmRequest(
                    "Keepsake", "", shots, Mood.named("gentle"), Length.SHORT, 1, FrameSize.HD_1080, FPS));
            AtomicInteger frames = new AtomicInteger();
            ProgressListener progress = (done, total) -> frames.set(done);
            CancelSignal enough = () -> stopped.requested() || frames.get() >= FRAMES;
            renderer.play(plan, folder.resolve("growing.mp4"), folder.resolve("film.mp4"), progress, enough);
        } finally {
            Files.deleteIfExists(photo);
            Files.deleteIfExists(folder);
        }
    }

    private static RgbImage slope() {
        RgbImage image = RgbImage.black(WIDTH, HEIGHT);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (byte) (i / (3 * WIDTH) / 8 + i % (3 * WIDTH) / 48);
        }
        return image;
    }
}
