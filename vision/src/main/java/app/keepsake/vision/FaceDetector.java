package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import java.util.List;

/** Finds faces. Implementations are thread-safe and give the same faces for the same picture. */
public interface FaceDetector extends AutoCloseable {
    /**
     * Finds the faces of a picture.
     *
     * @param image upright; faces of 1/30 of the longer side and up are found reliably
     * @return by descending score, boxes in pixels of {@code image} and within it
     */
    List<Face> detect(RgbImage image);

    /** Names the detector and its weights; a result is out of date when this has changed. */
    String version();

    /** Frees the detector's memory; it must not be used afterwards. */
    @Override
    void close();
}
