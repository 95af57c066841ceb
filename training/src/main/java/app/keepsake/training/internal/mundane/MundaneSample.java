package app.keepsake.training.internal.mundane;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.MundaneMeasures;
import app.keepsake.vision.PictureOrigin;

/**
 * A picture whose class is known.
 *
 * @param name of the file, or of what was simulated
 * @param source the data set or simulation that it comes from
 * @param kind one of {@link MundaneMeasures}'s class names
 */
record MundaneSample(String name, String source, String kind, Opening opening) {
    /** Makes or decodes the picture. */
    @FunctionalInterface
    interface Opening {
        Opened open() throws MediaException;
    }

    /** A picture and what its file tells. */
    record Opened(RgbImage image, PictureOrigin origin) {}

    boolean isMundane() {
        return !kind.equals(MundaneMeasures.PHOTO);
    }
}
