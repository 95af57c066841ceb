package app.keepsake.training;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.evaluation.IndexBeside;
import app.keepsake.training.internal.evaluation.PannedFrames;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.FaceTracker;
import app.keepsake.vision.LiveFaces;
import app.keepsake.vision.student.StudentDetector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast faces are followed in a camera's frames, also while photos are indexed. */
@Command(
        name = "realtime",
        description = "Measures how fast faces are followed in frames of 640 x 480, alone and beside an index run.",
        mixinStandardHelpOptions = true)
final class RealtimeCommand implements Callable<Integer> {
    private static final Duration FRAME = Duration.ofNanos(1_000_000_000 / 60);

    @Option(
            names = "--photo",
            required = true,
            paramLabel = "FILE",
            description = "A photo with faces; the frames are a view that moves over it.")
    private Path photo = Path.of("");

    @Option(
            names = "--index",
            paramLabel = "FOLDER",
            description =
                    "Photos to index at the same time by a process of its own, into a library that is thrown away.")
    private @Nullable Path index;

    @Option(names = "--seconds", defaultValue = "10", description = "Of each measurement (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--every",
            defaultValue = "4",
            description = "Frames from a detection to the next (${DEFAULT-VALUE}).")
    private int every;

    @Option(
            names = "--smallest-face",
            defaultValue = "0.05",
            description = "The smallest face looked for, as a share of the shorter side (${DEFAULT-VALUE}).")
    private double smallestFace;

    @Option(names = "--threads", defaultValue = "1", description = "Threads of the engine (${DEFAULT-VALUE}).")
    private int threads;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, MediaException, InterruptedException {
        List<RgbImage> frames = PannedFrames.of(PhotoDecoder.create().decode(photo, 1600), 640, 480, 240);
        measure("alone", frames);
        if (index != null) {
            try (IndexBeside beside = IndexBeside.start(index)) {
                measure("beside an index run", frames);
                out().println(beside.isRunning() ? "The index run was still at work." : "The index run had ended.");
            }
        }
        return 0;
    }

    private void measure(String name, List<RgbImage> frames) throws InterruptedException {
        EngineOptions engine = EngineOptions.defaults().withThreads(threads);
        StudentDetector.Settings settings = new StudentDetector.Settings(smallestFace, FaceDetector.MINIMUM_SCORE);
        try (FaceDetector detector = StudentDetector.shipped(engine, settings)) {
            int faces = 0;
            FaceTracker warm = new FaceTracker(detector, every);
            for (RgbImage frame : frames) {
                faces += warm.next(frame).size();
            }
            FaceTracker tracker = new FaceTracker(detector, every);
            long begun = System.nanoTime();
            int count = 0;
            while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
                tracker.next(frames.get(count++ % frames.size()));
            }
            double rate = count / ((System.nanoTime() - begun) / 1e9);
            Live live = live(detector, frames);
            out().printf(
                            Locale.ROOT,
                            "%s: %.1f faces a frame; %.0f frames/s as fast as it goes; at 60 frames/s latency median %.1f ms,"
                                    + " p99 %.1f ms, %d of %d frames dropped%n",
                            name,
                            faces / (double) frames.size(),
                            rate,
                            live.latency(0.5),
                            live.latency(0.99),
                            live.dropped,
                            live.offered);
            out().flush();
        }
    }

    private record Live(List<Duration> latencies, long dropped, int offered) {
        double latency(double share) {
            List<Duration> sorted = new ArrayList<>(latencies);
            Collections.sort(sorted);
            return sorted.isEmpty()
                    ? Double.NaN
                    : sorted.get((int) (share * (sorted.size() - 1))).toNanos() / 1e6;
        }
    }

    /** Frames come at their time, as from a camera. */
    private Live live(FaceDetector detector, List<RgbImage> frames) throws InterruptedException {
        List<Duration> latencies = Collections.synchronizedList(new ArrayList<>());
        LiveFaces faces = new LiveFaces(new FaceTracker(detector, every), answer -> latencies.add(answer.latency()));
        int offered = (int) (seconds * 1_000_000_000L / FRAME.toNanos());
        try (faces) {
            long begun = System.nanoTime();
            for (int i = 0; i < offered; i++) {
                Duration time = FRAME.multipliedBy(i);
                TimeUnit.NANOSECONDS.sleep(time.toNanos() - (System.nanoTime() - begun));
                faces.offer(frames.get(i % frames.size()), time);
            }
        }
        return new Live(latencies, faces.dropped(), offered);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
