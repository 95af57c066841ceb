package app.keepsake.vision.internal.portrait;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.models.ShippedModel;
import java.util.Map;
import java.util.Objects;

/** How far eyes are open, by the lids that MediaPipe's iris network finds (A. Ablavatski and others, 2020). */
final class EyeNetwork implements AutoCloseable {
    private static final int SIZE = 64;
    private static final String OUTPUT = "Identity";
    /** The network was trained on squares of this many widths of the eye. */
    private static final double MARGIN = 2.3;
    /** Points of the lids between the corners: {@code LOWER + i} lies under {@code UPPER + i}. */
    private static final int LOWER = 1;

    private static final int UPPER = 9;
    private static final int LID_POINTS = 7;
    private static final int OTHER_CORNER = 8;

    private final Model model;
    private final String input;

    EyeNetwork(EngineOptions options) {
        model = Model.compile(() -> ShippedModel.graph("iris.json", OUTPUT), options);
        input = model.inputs().keySet().iterator().next();
    }

    /** The mean gap between the lids over the width of the eye, of the two eyes' mean: 0 closed, about 0.3 open. */
    double opening(RgbImage image, Mesh mesh) {
        double left = opening(
                image, mesh.leftEye(), mesh.point(Mesh.LEFT_EYE_OUTER), mesh.point(Mesh.LEFT_EYE_INNER), mesh, false);
        double right = opening(
                image, mesh.rightEye(), mesh.point(Mesh.RIGHT_EYE_OUTER), mesh.point(Mesh.RIGHT_EYE_INNER), mesh, true);
        return (left + right) / 2;
    }

    /** @param mirrored for the right eye: the network knows left ones */
    private double opening(RgbImage image, Point centre, Point outer, Point inner, Mesh mesh, boolean mirrored) {
        Similarity square = Similarity.square(centre, MARGIN * outer.distance(inner), mesh.roll(), SIZE);
        CutOut cut = CutOut.of(image, square, SIZE);
        float[] values = (mirrored ? cut.mirrored() : cut).values();
        for (int i = 0; i < values.length; i++) {
            values[i] /= 255;
        }
        Map<String, Tensor> out = model.run(Map.of(input, Tensor.of(Shape.of(1, SIZE, SIZE, 3), values)));
        float[] points = Objects.requireNonNull(out.get(OUTPUT), OUTPUT).data();
        double gap = 0;
        for (int i = 0; i < LID_POINTS; i++) {
            gap += place(points, LOWER + i).distance(place(points, UPPER + i));
        }
        return gap / LID_POINTS / Math.max(1, place(points, 0).distance(place(points, OTHER_CORNER)));
    }

    private static Point place(float[] points, int number) {
        return new Point(points[3 * number], points[3 * number + 1]);
    }

    @Override
    public void close() {
        model.close();
    }
}
