package app.keepsake.vision.internal.portrait;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.vision.internal.models.ShippedModel;
import java.util.Map;
import java.util.Objects;

/**
 * Embeds aligned faces: those of one person lie close together. The network has the form of MobileFaceNet (S. Chen and
 * others, 2018), 1.2 million parameters.
 */
final class IdentityNetwork implements AutoCloseable {
    /** Pixels on each side of the square that it sees. */
    static final int SIZE = 112;

    private static final String INPUT = "input";
    private static final String OUTPUT = "output";

    private final Model model;

    IdentityNetwork(EngineOptions options) {
        model = Model.compile(() -> ShippedModel.onnx("fr_feature.onnx"), options);
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

    /** It expects blue first, and numbers around 0. */
    private float[] embed(CutOut face) {
        float[] rgb = face.values();
        float[] values = new float[rgb.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (rgb[i + 2 - 2 * (i % 3)] - 127) / 128;
        }
        Tensor input = Tensor.of(Shape.of(1, SIZE, SIZE, 3), values);
        Map<String, Tensor> out = model.run(Map.of(INPUT, input));
        return Objects.requireNonNull(out.get(OUTPUT), OUTPUT).data();
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
