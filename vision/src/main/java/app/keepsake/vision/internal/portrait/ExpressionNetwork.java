package app.keepsake.vision.internal.portrait;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.internal.models.ShippedModel;
import java.util.Map;
import java.util.Objects;

/** How happy a face looks, by a small network for seven expressions (O. Arriaga and others, 2017). */
final class ExpressionNetwork implements AutoCloseable {
    private static final int SIZE = 64;
    private static final String OUTPUT = "Identity";
    /** Of anger, disgust, fear, happiness, sadness, surprise, calm. */
    private static final int HAPPY = 3;

    private final Model model;
    private final String input;

    ExpressionNetwork(EngineOptions options) {
        model = Model.compile(() -> ShippedModel.graph("emotion.json", OUTPUT), options);
        input = model.inputs().keySet().iterator().next();
    }

    /** The network's probability of happiness, 0 to 1. */
    double happiness(RgbImage image, Face face, double roll) {
        Point centre = new Point(face.x() + face.width() / 2, face.y() + face.height() / 2);
        Similarity square = Similarity.square(centre, Math.max(face.width(), face.height()), roll, SIZE);
        float[] grey = CutOut.of(image, square, SIZE).grey();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = grey[i] / 127.5f - 1;
        }
        Map<String, Tensor> out = model.run(Map.of(input, Tensor.of(Shape.of(1, SIZE, SIZE, 1), grey)));
        return Objects.requireNonNull(out.get(OUTPUT), OUTPUT).data()[HAPPY];
    }

    @Override
    public void close() {
        model.close();
    }
}
