package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.faces.SsdFaceDetector;
import app.keepsake.vision.student.StudentDetector;
import app.keepsake.vision.student.StudentDetector.Settings;
import java.util.List;

/** Finds faces. Implementations are thread-safe and give the same faces for the same picture. */
public interface FaceDetector extends AutoCloseable {
    /** At this score photos without people show a false face in about one of 100; see docs/decisions. */
    double MINIMUM_SCORE = 0.45;

    /** Opens the detector with the weights that come with this module, on all processors. */
    static FaceDetector open() {
        return open(EngineOptions.defaults(), MINIMUM_SCORE);
    }

    /**
     * Opens the detector.
     *
     * @param options threads and limits of the engine
     * @param minimumScore faces below it are not reported, above 0 and below 1
     */
    static FaceDetector open(EngineOptions options, double minimumScore) {
        return StudentDetector.shipped(options, new Settings(Settings.SMALLEST_FACE, minimumScore));
    }

    /** Opens the pretrained network that taught the detector: slower, and better at heads that look away. */
    static FaceDetector pretrained(EngineOptions options, double minimumScore) {
        return SsdFaceDetector.open(options, minimumScore);
    }

    /**
     * Finds the faces of a picture.
     *
     * @param image upright; faces from 1/40 of the shorter side are looked for
     * @return by descending score, boxes in pixels of {@code image} and within it
     */
    List<Face> detect(RgbImage image);

    /** Names the detector and its weights; a result is out of date when this has changed. */
    String version();

    /** Frees the detector's memory; it must not be used afterwards. */
    @Override
    void close();
}
