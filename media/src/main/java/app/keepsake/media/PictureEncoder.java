package app.keepsake.media;

/**
 * Encodes one run of pictures, with nothing known of others, so that runs can be encoded beside each other, in any order,
 * with the same result. Not thread-safe, but for {@link #abandon()}.
 */
public interface PictureEncoder extends AutoCloseable {
    /** Appends one frame of the movie's size. */
    void frame(RgbImage image) throws MediaException;

    /** Ends the run; nothing can be appended after it. */
    CodedPictures finish() throws MediaException;

    /** Has whoever waits for this encoder fail soon, from any thread; nothing else can be asked of it then. */
    default void abandon() {}

    @Override
    void close();
}
