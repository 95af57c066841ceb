package app.keepsake.media;

import app.keepsake.media.internal.ffmpeg.ClipReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads one clip from start to end. Not thread-safe. */
public interface VideoReader extends AutoCloseable {
    /**
     * Opens a clip of any kind that {@link MediaType} names.
     *
     * @param file the clip
     * @param longSide the longer side of the frames to give, pixels; smaller clips keep their size
     * @throws MediaException when the file has no picture track that can be decoded
     */
    static VideoReader open(Path file, int longSide) throws MediaException {
        return ClipReader.open(file, longSide);
    }

    /**
     * Opens a clip that may be a part of a file, as in a motion photo: nothing else of the file is seen.
     *
     * @param inset where in the file it lies; empty for a file that is a clip
     * @throws MediaException when there is no picture track that can be decoded
     */
    static VideoReader open(Path file, Optional<Inset> inset, int longSide) throws MediaException {
        return inset.isEmpty() ? open(file, longSide) : ClipReader.open(file, inset, longSide);
    }

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
