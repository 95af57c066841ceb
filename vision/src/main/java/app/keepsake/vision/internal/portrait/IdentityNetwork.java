package app.keepsake.vision.internal.portrait;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.vision.internal.models.ShippedModel;
import java.util.Map;

/** Embeds aligned faces: those of one person lie close together. */
final class IdentityNetwork implements AutoCloseable {
    /** Mean colour of the pictures that the network was trained on. */
    private static final float[] MEAN = {122.782f, 117.001f, 104.298f};

    private final Model model;

    IdentityNetwork(EngineOptions options) {
        model = Model.compile(
                () -> ResNet.of(ShippedModel.weights("face_recognition_model-weights_manifest.json")), options);
    }

    /**
     * @param vector of length 1: the sum of the face's and its mirror image's, which serves better than either
     * @param steadiness cosine of those two: low where a face is covered or unclear
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on without copies.
    record Identity(float[] vector, double steadiness) {}

    Identity of(CutOut face) {
        float[] one = unit(embed(face));
        float[] other = unit(embed(face.mirrored()));
        double steadiness = 0;
        for (int i = 0; i < one.length; i++) {
            steadiness += one[i] * other[i];
            one[i] += other[i];
        }
        return new Identity(unit(one), steadiness);
    }

    private float[] embed(CutOut face) {
        float[] values = face.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - MEAN[i % 3]) / 256;
        }
        Tensor input = Tensor.of(Shape.of(1, ResNet.SIZE, ResNet.SIZE, 3), values);
        return model.run(Map.of(ResNet.INPUT, input)).get(ResNet.OUTPUT).data();
    }

    private static float[] unit(float[] vector) {
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    @Override
    public void close() {
        model.close();
    }
}
