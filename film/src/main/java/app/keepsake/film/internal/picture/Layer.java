package app.keepsake.film.internal.picture;

import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;
import java.util.Optional;

/**
 * A picture seen through a window, in a part of the frame.
 *
 * @param image the picture
 * @param ground what is seen around the layer and where the window leaves the picture
 * @param window in fractions of the picture
 * @param region where it is seen
 */
public record Layer(RgbImage image, Optional<Ground> ground, FrameBox window, Region region) {}
