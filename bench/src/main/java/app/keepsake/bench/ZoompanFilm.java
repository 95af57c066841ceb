package app.keepsake.bench;

import app.keepsake.film.Box;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FrameSize;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            graph.append("[%d:v]".formatted(i)).append(zoom(still.move(), frames, fps, width, height));
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

    /** The filters that move over one photo. */
    private static String zoom(CameraMove move, long frames, int fps, int width, int height) {
        Box from = move.from();
        Box to = move.to();
        return String.format(
                Locale.ROOT,
                "scale=%d:-2,zoompan=z='1/(%f+(%f)*on/%d)':x='iw*(%f+(%f)*on/%d)':y='ih*(%f+(%f)*on/%d)'"
                        + ":d=%d:s=%dx%d:fps=%d",
                Math.round(width * OVERSIZE / Math.min(from.width(), to.width()) / 2) * 2,
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
                width,
                height,
                fps);
    }

    /** Takes the frames of a move as they come. */
    interface FrameTaker {
        void take(int number, RgbImage frame);
    }

    /** Draws the frames of one move, without encoding them. */
    static void frames(Path photo, CameraMove move, int frames, FrameSize size, FrameTaker taker)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                Loader.load(ffmpeg.class),
                "-v",
                "error",
                "-nostdin",
                "-i",
                photo.toString(),
                "-vf",
                zoom(move, frames, FilmMaterial.FPS, size.width(), size.height()),
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

    /** Makes the film; returns the seconds it took. */
    static double render(FilmPlan plan, Path sound, Path out) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(plan, sound, out))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("FFmpeg failed: " + said);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
