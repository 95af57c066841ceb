package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.models.ShippedModel;
import app.keepsake.vision.internal.pixels.AreaScaling;
import app.keepsake.vision.internal.pixels.Monochrome;
import java.util.Map;
import java.util.Objects;

/**
 * NSFWJS's MobileNet v2 (width 1.4, 224 x 224), of which two things are used: its own answer, how likely a picture is
 * explicit, and the 1792 features below it, which were learnt on ImageNet and tell scenes apart. Thread-safe.
 */
public final class SceneNetwork implements AutoCloseable {
    private static final int SIZE = 224;
    private static final String PREFIX =
            "StatefulPartitionedCall/sequential/keras_layer/StatefulPartitionedCall/StatefulPartitionedCall/"
                    + "StatefulPartitionedCall/predict/";
    private static final String POOLED = PREFIX + "feature_vector/SpatialSqueeze";
    private static final String ANSWER = "StatefulPartitionedCall/sequential/prediction/Softmax";

    private final Model model;
    private final String input;

    private SceneNetwork(Model model) {
        this.model = model;
        this.input = model.inputs().keySet().iterator().next();
    }

    public static SceneNetwork open(EngineOptions options) {
        return new SceneNetwork(Model.compile(() -> ShippedModel.graph("nsfw-mid.js", POOLED, ANSWER), options));
    }

    /**
     * What the network says of a picture.
     *
     * @param features {@code [1792]}, each 0 or more
     * @param explicitness probabilities of drawing, explicit drawing, neutral, explicit photo, suggestive photo
     */
    @SuppressWarnings("ArrayRecordComponent") // Passed on without copies; equality by content is not wanted.
    public record Answer(float[] features, float[] explicitness) {
        /** How likely the picture shows nudity, photo or drawing. */
        public double explicit() {
            return Math.min(1, explicitness[1] + explicitness[3]);
        }
    }

    /** @param image upright, of any size; it is looked at whole, without regard to its proportions */
    public Answer look(RgbImage image) {
        float[] values = new float[SIZE * SIZE * 3];
        AreaScaling.into(image, SIZE, SIZE, values, SIZE * 3, 1 / 255f, 0);
        Map<String, Tensor> out = model.run(Map.of(input, Tensor.of(Shape.of(1, SIZE, SIZE, 3), values)));
        return new Answer(
                Objects.requireNonNull(out.get(POOLED), POOLED).data(),
                Objects.requireNonNull(out.get(ANSWER), ANSWER).data());
    }

    /** The same of the picture without its colours. */
    public Answer lookAtGrey(RgbImage image) {
        return look(Monochrome.of(image));
    }

    public String version() {
        return "nsfwjs-mid 4.3.0/1";
    }

    @Override
    public void close() {
        model.close();
    }
}
