package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.objects.CenterNet;
import java.util.List;

/** Finds things of COCO's 80 kinds. Thread-safe; the same picture gives the same things. */
public interface ObjectDetector extends AutoCloseable {
    /** Opens the detector whose weights come with this module. */
    static ObjectDetector open(EngineOptions options) {
        return CenterNet.open(options);
    }

    /**
     * Finds the things in a picture.
     *
     * @param image upright; things of a tenth of its sides and up are found well
     * @return by descending score, boxes in pixels of {@code image} and within it
     */
    List<DetectedObject> detect(RgbImage image);

    /** Names the detector and its weights. */
    String version();

    @Override
    void close();
}
