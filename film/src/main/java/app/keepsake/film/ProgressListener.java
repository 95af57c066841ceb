package app.keepsake.film;

/** Hears how far a render has come. Called from the rendering thread; must return at once. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = (done, total) -> {};

    /** Frames written so far, and frames of the whole film. */
    void progress(int done, int total);

    /** The growing file of {@link FilmRenderer#play} can be played up to this many frames; told when there are more. */
    default void playable(int frames) {}
}
