package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Faces of a live stream. Frames are never queued: while one is looked at, only the newest of those that come waits, and
 * the others are dropped, so that an answer is at most two frames' work old. Safe for use by several threads; answers
 * come on one thread of this object, in the order of the frames.
 */
public final class LiveFaces implements AutoCloseable {
    private final AtomicReference<@Nullable Frame> newest = new AtomicReference<>();
    private final AtomicLong dropped = new AtomicLong();
    private final FaceTracker tracker;
    private final Consumer<Answer> listener;
    private final Thread worker;
    private volatile boolean closed;

    private record Frame(RgbImage image, Duration time, long offered) {}

    /**
     * The faces of a frame.
     *
     * @param time of the frame, as it was offered
     * @param latency from the offer to the answer
     */
    public record Answer(Duration time, List<TrackedFace> faces, Duration latency) {}

    /** @param listener is called for each frame that is not dropped; should return soon */
    public LiveFaces(FaceTracker tracker, Consumer<Answer> listener) {
        this.tracker = tracker;
        this.listener = listener;
        worker = Thread.ofPlatform().daemon().name("live-faces").start(this::work);
    }

    /**
     * Takes the next frame and returns at once.
     *
     * @param image must not be changed until its answer has come or a later frame's
     */
    public void offer(RgbImage image, Duration time) {
        if (newest.getAndSet(new Frame(image, time, System.nanoTime())) != null) {
            dropped.incrementAndGet();
        }
        LockSupport.unpark(worker);
    }

    private void work() {
        while (!closed) {
            Frame frame = newest.getAndSet(null);
            if (frame == null) {
                LockSupport.park(this);
            } else {
                List<TrackedFace> faces = tracker.next(frame.image);
                listener.accept(new Answer(frame.time, faces, Duration.ofNanos(System.nanoTime() - frame.offered)));
            }
        }
    }

    /** Frames that no answer came for, because a newer one had come. */
    public long dropped() {
        return dropped.get();
    }

    /** Stops after the frame at hand. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        LockSupport.unpark(worker);
        worker.join();
    }
}
