package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.portrait.PortraitReader;

/** Tells of a face that was found whose it may be, how well it can be seen, and what it expresses. Thread-safe. */
public interface FaceReader extends AutoCloseable {
    /** Numbers in an embedding. */
    int DIMENSIONS = 512;

    /** Names the space of the embeddings: those of different models are not to be compared. */
    String MODEL = "fr-feature faceplugin 0.0.1/1";

    /** Opens the networks that come with this module. */
    static FaceReader open(EngineOptions options) {
        return new PortraitReader(options);
    }

    /** On all processors. */
    static FaceReader open() {
        return open(EngineOptions.defaults());
    }

    /**
     * @param image upright
     * @param face in its pixels
     */
    FacePortrait read(RgbImage image, Face face);

    /** Names the networks and measures; a result is out of date when this has changed. */
    String version();

    /** Frees the networks' memory; the reader must not be used afterwards. */
    @Override
    void close();
}
