package app.keepsake.training.internal.data;

import app.keepsake.vision.Face;
import app.keepsake.vision.Landmarks;

/**
 * What a teacher sees of a face.
 *
 * @param points x and y of the right eye, left eye, tip of the nose, right and left corner of the mouth (right and left
 *     as the person has them), pixels; empty if the teacher does not say
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on without copies.
public record SeenFace(Face box, float[] points) {
    public static final int COORDINATES = FaceBox.COORDINATES;

    /** The box with the points, if there are any. */
    public Face face() {
        double[] coordinates = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            coordinates[i] = points[i];
        }
        Landmarks landmarks = points.length == 0 ? null : Landmarks.of(coordinates);
        return new Face(box.x(), box.y(), box.width(), box.height(), box.score(), landmarks);
    }

    public SeenFace scaled(double factor) {
        float[] there = new float[points.length];
        for (int i = 0; i < points.length; i++) {
            there[i] = (float) (points[i] * factor);
        }
        return new SeenFace(box.scaled(factor), there);
    }

    /** As seen in the mirror image of a picture of that width: left and right change places. */
    public SeenFace mirrored(double width) {
        float[] there = FaceBox.exchanged(points);
        for (int i = 0; i < there.length; i += 2) {
            there[i] = (float) width - there[i];
        }
        Face face = new Face(width - box.x() - box.width(), box.y(), box.width(), box.height(), box.score());
        return new SeenFace(face, there);
    }
}
