package app.keepsake.film.internal.render;

import app.keepsake.media.RgbImage;
import java.util.Optional;

/** One shot, ready to be drawn. Used by one thread at a time. */
interface Scene extends AutoCloseable {
    /**
     * The picture at a frame of the shot's own time; asked in rising order.
     *
     * @param frame in film frames from the medium's start
     */
    RgbImage image(long frame);

    /** What lies behind it, of the film's frame size, if the camera leaves the picture. */
    Optional<RgbImage> backdrop();

    @Override
    default void close() {}

    /** A picture that does not change. */
    record Still(RgbImage picture, Optional<RgbImage> backdrop) implements Scene {
        @Override
        public RgbImage image(long frame) {
            return picture;
        }
    }
}
