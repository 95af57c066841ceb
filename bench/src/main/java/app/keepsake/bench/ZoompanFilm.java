package app.keepsake.bench;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FrameSize;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/**
 * The film of a plan as an FFmpeg user would make it: each photo by {@code zoompan}, joined by {@code xfade}, encoded by
 * the same OpenH264 at the same rate, with the same sound. Without titles and grade, so it does a little less.
 */
final class ZoompanFilm {
    /** As FFmpeg's users do, because zoompan moves in whole pixels of its input. */
    private static final double OVERSIZE = 1.3;

    private ZoompanFilm() {}

    /** The command that makes the film. */
    static List<String> command(FilmPlan plan, Path sound, Path out) {
        int fps = plan.request().fps();
        int width = plan.request().size().width();
        int height = plan.request().size().height();
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-y", "-v", "error", "-nostdin"));
        StringBuilder graph = new StringBuilder();
        List<Placed> shots = plan.timeline().track("picture").placed().stream()
                .filter(placed -> placed.item() instanceof Clip)
                .toList();
        for (int i = 0; i < shots.size(); i++) {
            Media.Still still = (Media.Still) ((Clip) shots.get(i).item()).media();
            command.addAll(List.of("-i", still.shot().file().toString()));
            long frames = shots.get(i).visibleTo().value()
                    - shots.get(i).visibleFrom().value();
            graph.append("[%d:v]".formatted(i))
                    .append(zoom(
                            still.shot(),
                            still.move(),
                            frames,
                            fps,
                            plan.request().size()));
            graph.append(",setsar=1,format=yuv420p[v%d];".formatted(i));
        }
        String last = "v0";
        for (int i = 1; i < shots.size(); i++) {
            double begins = shots.get(i).visibleFrom().seconds();
            double lasts = Math.max(
                    1.0 / fps,
                    shots.get(i - 1).visibleTo().seconds()
                            - shots.get(i).visibleFrom().seconds());
            graph.append(String.format(
                    Locale.ROOT,
                    "[%s][v%d]xfade=transition=fade:duration=%f:offset=%f[x%d];",
                    last,
                    i,
                    lasts,
                    begins,
                    i));
            last = "x" + i;
        }
        graph.setLength(graph.length() - 1);
        command.addAll(List.of(
                "-i",
                sound.toString(),
                "-filter_complex",
                graph.toString(),
                "-map",
                "[" + last + "]",
                "-map",
                shots.size() + ":a",
                "-c:v",
                "libopenh264",
                "-profile:v",
                "high",
                "-coder",
                "cabac",
                "-rc_mode",
                "quality",
                "-b:v",
                String.valueOf(Math.round(0.16 * width * height * fps)),
                "-g",
                String.valueOf(2 * fps),
                "-c:a",
                "aac",
                "-b:a",
                "192k",
                "-shortest",
                out.toString()));
        return command;
    }

    /**
     * The filters that move over one photo: zoompan stretches its input to the frame's shape, so a part of that shape is
     * cut out first that holds the whole way.
     */
    private static String zoom(FilmShot.Photo photo, CameraMove move, long frames, int fps, FrameSize size) {
        FrameBox all = move.from().union(move.to());
        double shape = size.aspect() * photo.height() / photo.width();
        // A way down a picture may need a part that is wider than the picture.
        double wider = Math.max(1, all.height() * shape);
        double width = Math.min(1, Math.max(all.width(), all.height() * shape) / wider);
        double height = Math.min(1, width * wider / shape);
        double left = Math.clamp(all.centreX() / wider - width / 2, 0, 1 - width);
        double top = Math.clamp(all.centreY() - height / 2, 0, 1 - height);
        FrameBox from = within(move.from(), wider, left, top, width, height);
        FrameBox to = within(move.to(), wider, left, top, width, height);
        return String.format(
                Locale.ROOT,
                "pad=iw*%f:ih,crop=iw*%f:ih*%f:iw*%f:ih*%f,scale=%d:-2,zoompan=z='1/(%f+(%f)*on/%d)':x='iw*(%f+(%f)*on/%d)'"
                        + ":y='ih*(%f+(%f)*on/%d)':d=%d:s=%dx%d:fps=%d",
                wider,
                width,
                height,
                left,
                top,
                Math.round(size.width() * OVERSIZE / Math.min(from.width(), to.width()) / 2) * 2,
                from.width(),
                to.width() - from.width(),
                frames,
                from.x(),
                to.x() - from.x(),
                frames,
                from.y(),
                to.y() - from.y(),
                frames,
                frames,
                size.width(),
                size.height(),
                fps);
    }

    private static FrameBox within(FrameBox box, double wider, double left, double top, double width, double height) {
        return new FrameBox(
                (box.x() / wider - left) / width,
                (box.y() - top) / height,
                box.width() / wider / width,
                box.height() / height);
    }

    /** Takes the frames of a move as they come. */
    interface FrameTaker {
        void take(int number, RgbImage frame);
    }

    /** Draws the frames of one move, without encoding them. */
    static void frames(FilmShot.Photo photo, CameraMove move, int frames, FrameSize size, FrameTaker taker)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                Loader.load(ffmpeg.class),
                "-v",
                "error",
                "-nostdin",
                "-i",
                photo.file().toString(),
                "-vf",
                zoom(photo, move, frames, FilmMaterial.FPS, size),
                "-pix_fmt",
                "rgb24",
                "-f",
                "rawvideo",
                "-");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = process.getInputStream()) {
            for (int i = 0; i < frames; i++) {
                byte[] pixels = out.readNBytes(3 * size.width() * size.height());
                taker.take(i, new RgbImage(size.width(), size.height(), pixels));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("FFmpeg failed; what it said stands above.");
        }
    }

    /** Wall and processor time, in seconds. */
    record Took(double wall, double processor) {}

    /** Makes the film. */
    static Took render(FilmPlan plan, Path sound, Path out) throws IOException, InterruptedException {
        return run(command(plan, sound, out));
    }

    /** Draws the film's frames and throws them away. */
    static Took draw(FilmPlan plan, Path sound) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(plan, sound, Path.of("-")));
        command = new ArrayList<>(command.subList(0, command.indexOf("-map") + 2));
        command.addAll(List.of("-f", "null", "-"));
        return run(command);
    }

    private static Took run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path said = Files.createTempFile("keepsake-ffmpeg", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            Duration processor = Duration.ZERO;
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                processor = process.info().totalCpuDuration().orElse(processor);
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        "Expected FFmpeg's program, which comes with its library, to make the same film, found: %s. On Debian and Ubuntu it needs the packages libva2 and libva-drm2."
                                .formatted(Files.readString(said).strip()));
            }
            return new Took((System.nanoTime() - start) / 1e9, processor.toNanos() / 1e9);
        } finally {
            Files.delete(said);
        }
    }
}
