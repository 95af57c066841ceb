package app.keepsake.media;

import app.keepsake.media.internal.ffmpeg.Mp4Writer;
import java.nio.file.Path;

/** Writes an H.264 + AAC MP4. Frames and sound may be given in any order of each other. Not thread-safe. */
public interface MovieWriter extends AutoCloseable {
    /**
     * Starts a movie with a sound track, which is silent where no sound is given.
     *
     * @param file where the finished movie will stand; one that stands there already is replaced at the end
     * @throws MediaException when the folder cannot be written to
     */
    static MovieWriter create(Path file, MovieFormat format) throws MediaException {
        return Mp4Writer.create(file, format);
    }

    /** Appends one frame of the movie's size. */
    void frame(RgbImage image) throws MediaException;

    /** Appends interleaved stereo samples at {@link Sound#RATE}. */
    void sound(float[] samples, int offset, int length) throws MediaException;

    /** Writes the rest and moves the finished file into place; until then nothing stands under its name. */
    void finish() throws MediaException;

    /** Without {@link #finish()}, discards what was written. */
    @Override
    void close();
}
