package app.keepsake.media;

import app.keepsake.media.internal.ffmpeg.Mp4Writer;
import java.nio.file.Path;

/**
 * Writes an H.264 + AAC MP4. Pictures and sound may be given in any order of each other, pictures as frames or as coded
 * runs. Not thread-safe.
 */
public interface MovieWriter extends AutoCloseable {
    /**
     * Starts a movie with a sound track, which is silent where no sound is given.
     *
     * @param file where the finished movie will stand; one that stands there already is replaced at the end
     * @throws MediaException when the folder cannot be written to
     */
    static MovieWriter create(Path file, MovieFormat format) throws MediaException {
        return Mp4Writer.create(file, format, false);
    }

    /**
     * Starts a movie that can be played while it is written: a fragmented MP4 that grows under its own name, by one
     * fragment at each {@link #flush()}.
     *
     * @param file where it grows; one that stands there already is replaced at once
     * @throws MediaException when the folder cannot be written to
     */
    static MovieWriter growing(Path file, MovieFormat format) throws MediaException {
        return Mp4Writer.create(file, format, true);
    }

    /** Appends one frame of the movie's size, encoding it. */
    void frame(RgbImage image) throws MediaException;

    /** Appends pictures of the movie's size that were encoded before. */
    void pictures(CodedPictures run) throws MediaException;

    /** Appends interleaved stereo samples at {@link Sound#RATE}. */
    void sound(float[] samples, int offset, int length) throws MediaException;

    /** Writes a fragment of all whole runs that were given, where the movie grows; else does nothing. */
    void flush() throws MediaException;

    /** Writes the rest and moves the finished file into place; until then nothing stands under its name. */
    void finish() throws MediaException;

    /** Without {@link #finish()}, discards what was written. */
    @Override
    void close();
}
