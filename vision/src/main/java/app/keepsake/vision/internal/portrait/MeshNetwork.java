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

/** Finds the points of a face: once in the detector's box, and once more in an upright square around what was found. */
final class MeshNetwork implements AutoCloseable {
    private static final int SIZE = 192;
    private static final String OUTPUT = "StatefulPartitionedCall/model_1/output_mesh/Reshape";
    /** How sure the network is that it sees a face at all, 0 to 1. */
    private static final String CERTAINTY = "Identity_1";
    /** The network was trained on squares half as large again as the face. */
    private static final double MARGIN = 1.5;

    private final Model model;
    private final String input;

    MeshNetwork(EngineOptions options) {
        model = Model.compile(() -> ShippedModel.graph("facemesh.json", OUTPUT, CERTAINTY), options);
        input = model.inputs().keySet().iterator().next();
    }

    /**
     * Points, and a second opinion on whether they are a face's.
     *
     * @param certainty 0 to 1, the lower one of two looks
     */
    record Found(Mesh mesh, double certainty) {}

    Found find(RgbImage image, Face face) {
        Point centre = new Point(face.x() + face.width() / 2, face.y() + face.height() / 2);
        Found first = find(image, Similarity.square(centre, MARGIN * Math.max(face.width(), face.height()), 0, SIZE));
        Found second = find(image, around(first.mesh()));
        return new Found(second.mesh(), Math.min(first.certainty(), second.certainty()));
    }

    private static Similarity around(Mesh mesh) {
        double angle = mesh.roll();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < Mesh.POINTS; i++) {
            Point point = mesh.point(i);
            double along = cos * point.x() + sin * point.y();
            double down = cos * point.y() - sin * point.x();
            left = Math.min(left, along);
            right = Math.max(right, along);
            top = Math.min(top, down);
            bottom = Math.max(bottom, down);
        }
        double along = (left + right) / 2;
        double down = (top + bottom) / 2;
        Point centre = new Point(cos * along - sin * down, sin * along + cos * down);
        return Similarity.square(centre, MARGIN * Math.max(right - left, bottom - top), angle, SIZE);
    }

    private Found find(RgbImage image, Similarity square) {
        float[] values = CutOut.of(image, square, SIZE).values();
        for (int i = 0; i < values.length; i++) {
            values[i] /= 255;
        }
        Map<String, Tensor> seen = model.run(Map.of(input, Tensor.of(Shape.of(1, SIZE, SIZE, 3), values)));
        float[] points = Objects.requireNonNull(seen.get(OUTPUT), OUTPUT).data();
        float[] xy = new float[2 * Mesh.POINTS];
        for (int i = 0; i < Mesh.POINTS; i++) {
            // The third number is the depth.
            Point place = square.apply(points[3 * i], points[3 * i + 1]);
            xy[2 * i] = (float) place.x();
            xy[2 * i + 1] = (float) place.y();
        }
        return new Found(
                new Mesh(xy),
                Objects.requireNonNull(seen.get(CERTAINTY), CERTAINTY).data()[0]);
    }

    @Override
    public void close() {
        model.close();
    }
}
