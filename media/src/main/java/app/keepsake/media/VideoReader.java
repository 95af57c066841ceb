package app.keepsake.media;

import java.time.Duration;
import java.util.Optional;

/** Reads one clip from start to end. Not thread-safe. */
public interface VideoReader extends AutoCloseable {
    /** Size of the frames that {@link #nextFrame()} gives, upright. */
    int width();

    int height();

    /** Moves to the last key frame at or before a time, then drops frames up to it. */
    void seek(Duration time) throws MediaException;

    /** The next frame in presentation order, or empty at the end. */
    Optional<VideoFrame> nextFrame() throws MediaException;

    @Override
    void close();
}
