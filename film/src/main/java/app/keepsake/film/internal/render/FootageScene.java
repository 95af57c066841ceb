package app.keepsake.film.internal.render;

import app.keepsake.film.internal.picture.Grade;
import app.keepsake.film.internal.picture.Ground;
import app.keepsake.film.internal.picture.Layer;
import app.keepsake.film.internal.picture.Region;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A running clip: for each film frame the latest of its frames that has begun. After its end the last one stands. */
final class FootageScene implements Scene {
    private final VideoReader reader;
    private final int fps;
    private final Grade grade;
    private final Consumer<MediaException> problems;
    private VideoFrame current;
    private Optional<VideoFrame> next;
    private final Optional<StillScene.Behind> behind;
    private final CameraMove move;
    private final Region region;

    /** Makes a backdrop of the first picture. */
    interface BackdropMaker {
        Optional<StillScene.Behind> of(RgbImage first);
    }

    /**
     * Opens a clip at a time.
     *
     * @throws MediaException when not even its first frame can be read
     */
    FootageScene(
            VideoReader reader,
            Duration from,
            int fps,
            Grade grade,
            CameraMove move,
            Region region,
            BackdropMaker maker,
            Consumer<MediaException> problems)
            throws MediaException {
        this.reader = reader;
        this.fps = fps;
        this.grade = grade;
        this.move = move;
        this.region = region;
        this.problems = problems;
        reader.seek(from);
        Optional<VideoFrame> first = reader.nextFrame();
        if (first.isEmpty()) {
            reader.seek(Duration.ZERO);
            first = reader.nextFrame();
        }
        this.current = graded(first.orElseThrow(() -> new IllegalStateException("The clip has no frame.")));
        this.next = read();
        this.behind = maker.of(current.image());
    }

    @Override
    public List<Layer> layers(long frame, double progress) {
        Optional<Ground> ground = behind.map(one -> one.at(move, progress));
        return List.of(new Layer(image(frame), ground, move.at(progress), region));
    }

    private RgbImage image(long frame) {
        Duration time = Duration.ofNanos(frame * 1_000_000_000L / fps);
        VideoFrame latest = current;
        while (next.isPresent() && next.get().time().compareTo(time) <= 0) {
            latest = next.get();
            next = read();
        }
        if (latest != current) {
            current = graded(latest);
        }
        return current.image();
    }

    private VideoFrame graded(VideoFrame frame) {
        grade.apply(frame.image());
        return frame;
    }

    private Optional<VideoFrame> read() {
        try {
            return reader.nextFrame();
        } catch (MediaException e) {
            problems.accept(e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
