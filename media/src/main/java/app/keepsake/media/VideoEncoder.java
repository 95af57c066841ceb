package app.keepsake.media;

/**
 * A way of encoding pictures at a quality. The same pictures give the same bytes, on whichever thread and in whichever
 * order runs are encoded. Thread-safe.
 */
public interface VideoEncoder {
    /** What users call it. */
    String name();

    /** Tells apart all that would give other bytes: program, version, settings. */
    String print();

    /**
     * Starts a run of pictures.
     *
     * @throws MediaException when the encoder does not take the format, or does not work
     */
    PictureEncoder start(MovieFormat format) throws MediaException;
}
