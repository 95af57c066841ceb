package app.keepsake.cli;

import app.keepsake.media.MediaException;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.FaceTracker;
import app.keepsake.vision.LiveFaces;
import app.keepsake.vision.LiveFaces.Answer;
import app.keepsake.vision.TrackedFace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Follows the faces of a clip from frame to frame. */
final class VideoFaces {
    private static final int LONG_SIDE = 640;
    private static final int DETECT_EVERY = 4;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final List<Duration> latencies = new ArrayList<>();

    VideoFaces(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Every frame, as fast as it goes. */
    void all(Path clip) throws MediaException {
        long begun = System.nanoTime();
        try (FaceDetector detector = FaceDetector.open();
                VideoReader reader = VideoReader.open(clip, LONG_SIDE)) {
            FaceTracker tracker = new FaceTracker(detector, DETECT_EVERY);
            for (Optional<VideoFrame> frame = reader.nextFrame(); frame.isPresent(); frame = reader.nextFrame()) {
                long taken = System.nanoTime();
                List<TrackedFace> faces = tracker.next(frame.get().image());
                print(new Answer(frame.get().time(), faces, Duration.ofNanos(System.nanoTime() - taken)));
            }
        }
        sum(begun, 0);
    }

    /** At the clip's own pace, as from a camera: what comes while a frame is looked at is dropped but for the newest. */
    void live(Path clip) throws MediaException, InterruptedException {
        long begun = System.nanoTime();
        try (FaceDetector detector = FaceDetector.open();
                VideoReader reader = VideoReader.open(clip, LONG_SIDE)) {
            LiveFaces faces = new LiveFaces(new FaceTracker(detector, DETECT_EVERY), this::print);
            try (faces) {
                for (Optional<VideoFrame> frame = reader.nextFrame(); frame.isPresent(); frame = reader.nextFrame()) {
                    long early = frame.get().time().toNanos() - (System.nanoTime() - begun);
                    TimeUnit.NANOSECONDS.sleep(early);
                    faces.offer(frame.get().image(), frame.get().time());
                }
            }
            sum(begun, faces.dropped());
        }
    }

    private synchronized void print(Answer answer) {
        latencies.add(answer.latency());
        double seconds = answer.time().toNanos() / 1e9;
        if (!json) {
            out.printf(Locale.ROOT, "%8.3f s:", seconds);
            answer.faces()
                    .forEach(tracked -> out.printf(
                            Locale.ROOT,
                            " #%d %.0f x %.0f at %.0f, %.0f;",
                            tracked.id(),
                            tracked.face().width(),
                            tracked.face().height(),
                            tracked.face().x(),
                            tracked.face().y()));
            out.println();
            return;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("time", Math.round(seconds * 1000) / 1000.0);
        told.put("latencyMs", Math.round(answer.latency().toNanos() / 1e4) / 100.0);
        told.put("faces", answer.faces().stream().map(VideoFaces::toJson).toList());
        out.println(Json.line(told));
    }

    private static Map<String, Object> toJson(TrackedFace tracked) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", tracked.id());
        told.putAll(FaceJson.of(tracked.face()));
        told.put("detected", tracked.detected());
        return told;
    }

    private synchronized void sum(long begun, long dropped) {
        out.flush();
        if (latencies.isEmpty()) {
            err.println("The clip has no frames.");
            return;
        }
        Collections.sort(latencies);
        err.printf(
                Locale.ROOT,
                "%d frames, %.1f a second, latency median %.1f ms, p99 %.1f ms, %d dropped%n",
                latencies.size(),
                latencies.size() / ((System.nanoTime() - begun) / 1e9),
                latencies.get(latencies.size() / 2).toNanos() / 1e6,
                latencies.get(latencies.size() * 99 / 100).toNanos() / 1e6,
                dropped);
    }
}
