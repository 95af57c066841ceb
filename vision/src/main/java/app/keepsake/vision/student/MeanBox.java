package app.keepsake.vision.student;

import app.keepsake.vision.Face;
import app.keepsake.vision.Landmarks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The weighted mean of boxes of one face, and of their points. Belongs to one thread. */
final class MeanBox {
    private double weight;
    private double x;
    private double y;
    private double width;
    private double height;
    private final double[] points = new double[Landmarks.COORDINATES];
    private double pointWeight;

    void add(Face box, double w) {
        weight += w;
        x += w * box.x();
        y += w * box.y();
        width += w * box.width();
        height += w * box.height();
        if (box.landmarks() != null) {
            pointWeight += w;
            double[] coordinates = box.landmarks().coordinates();
            for (int i = 0; i < points.length; i++) {
                points[i] += w * coordinates[i];
            }
        }
    }

    Face face(double score) {
        return new Face(x / weight, y / weight, width / weight, height / weight, score, landmarks());
    }

    private @Nullable Landmarks landmarks() {
        return pointWeight == 0
                ? null
                : Landmarks.of(
                        Arrays.stream(points).map(sum -> sum / pointWeight).toArray());
    }
}
