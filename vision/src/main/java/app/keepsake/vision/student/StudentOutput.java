package app.keepsake.vision.student;

import app.keepsake.vision.Face;
import app.keepsake.vision.Landmarks;
import org.jspecify.annotations.Nullable;

/** What the numbers mean that the network says of a tile: a logit, a box, and points if it was taught any. */
final class StudentOutput {
    /** Size of a face, in pixels of a scale, whose box has the log width and height 0. */
    private static final double REFERENCE_SIZE = 24;

    /** Logits beyond it are cut, so that no score is 0 or 1. */
    private static final double SUREST = 20;

    private StudentOutput() {}

    /** The face that an output tells, in pixels of its scale. */
    static Face face(float[] out, int at, int outputs, double x, double y) {
        double width = REFERENCE_SIZE * Math.exp(Math.clamp(out[at + 3], -3, 3));
        double height = REFERENCE_SIZE * Math.exp(Math.clamp(out[at + 4], -3, 3));
        double left = x + REFERENCE_SIZE * out[at + 1] - width / 2;
        double top = y + REFERENCE_SIZE * out[at + 2] - height / 2;
        return new Face(left, top, width, height, probability(out[at]), landmarks(out, at + 5, outputs, x, y));
    }

    private static @Nullable Landmarks landmarks(float[] out, int at, int outputs, double x, double y) {
        if (outputs < 5 + Landmarks.COORDINATES) {
            return null;
        }
        double[] coordinates = new double[Landmarks.COORDINATES];
        for (int i = 0; i < coordinates.length; i += 2) {
            coordinates[i] = x + REFERENCE_SIZE * out[at + i];
            coordinates[i + 1] = y + REFERENCE_SIZE * out[at + i + 1];
        }
        return Landmarks.of(coordinates);
    }

    static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-Math.clamp(logit, -SUREST, SUREST)));
    }
}
