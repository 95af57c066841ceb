package app.keepsake.film.internal.render;

import app.keepsake.film.internal.picture.Layer;
import app.keepsake.film.timeline.FrameBox;
import java.util.List;
import java.util.Optional;

/** One take, ready to be drawn. Used by one thread at a time. */
interface Scene extends AutoCloseable {
    /**
     * What is seen at a frame; asked in rising order.
     *
     * @param frame in film frames from the medium's start
     * @param progress of the camera's way, 0 to 1
     */
    List<Layer> layers(long frame, double progress);

    /** Its largest face, in fractions of the film's frame. */
    default Optional<FrameBox> face(double progress) {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
