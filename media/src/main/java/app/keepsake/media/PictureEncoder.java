package app.keepsake.media;

import app.keepsake.media.internal.ffmpeg.H264Encoder;

/**
 * Encodes one run of pictures. It works on the caller's thread alone and restarts with each run, so that runs can be
 * encoded beside each other, in any order, with the same result. Not thread-safe.
 */
public interface PictureEncoder extends AutoCloseable {
    /** Starts a run. */
    static PictureEncoder create(MovieFormat format) throws MediaException {
        return new H264Encoder(format);
    }

    /** Appends one frame of the movie's size. */
    void frame(RgbImage image) throws MediaException;

    /** Ends the run; nothing can be appended after it. */
    CodedPictures finish() throws MediaException;

    @Override
    void close();
}
