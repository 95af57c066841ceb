package app.keepsake.media;

/** Writes an H.264 + AAC MP4. Frames and sound may be given in any order of each other. Not thread-safe. */
public interface MovieWriter extends AutoCloseable {
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
