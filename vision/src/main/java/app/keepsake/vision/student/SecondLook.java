package app.keepsake.vision.student;

import app.keepsake.engine.Model;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Looks again at faces that the first look doubts: the same network, at sizes in the middle of what it knows and in the
 * mirror, all looks of a face in one arena. Belongs to one thread at a time.
 */
final class SecondLook {
    /** Sizes that a face is brought to, px; the last is looked at in the mirror. */
    private static final double[] SIZES = {18.5, 23.5, 30, 24.5};

    /** Outputs along each side of a look. */
    private static final int CELLS = 3;

    private static final double MIDDLE = (CELLS - 1) / 2.0;

    /** The least and the highest score of a face that is doubted. */
    private static final double DOUBTED_FROM = 0.1;

    private static final double DOUBTED_TO = 0.98;

    /** The share that the second look has in a face's logit. */
    private static final double SAY = 0.5;

    /** So many faces of a picture are looked at again, the surest first. */
    private static final int MOST = 32;

    private static final double SAME = 0.3;
    private static final double LEAST_LOGIT = -6;

    private static final double HIGHEST_LOGIT = 12;

    private final StudentWeights weights;
    private final Session session;
    private final int side;

    SecondLook(Model model, StudentWeights weights) {
        this.weights = weights;
        side = weights.tile() + weights.step() * (CELLS - 1);
        List<Map<String, Shape>> shapes = new ArrayList<>();
        for (int i = 0; i < SIZES.length; i++) {
            shapes.add(Map.of(StudentGraph.INPUT, Shape.of(1, side, side, 3)));
        }
        session = model.preparePyramid(shapes);
    }

    /** Of the arena and of what lies beside it. */
    long bytes() {
        return session.arenaBytes() + (long) SIZES.length * side * side * 3 * Float.BYTES;
    }

    /** The same faces with the scores, boxes and points of both looks. */
    List<Face> again(Pyramid pyramid, List<Face> faces) {
        List<Face> judged = new ArrayList<>();
        int looked = 0;
        for (Face face : faces) {
            boolean doubt = face.score() > DOUBTED_FROM && face.score() < DOUBTED_TO;
            judged.add(doubt && looked++ < MOST ? again(pyramid, face) : face);
        }
        judged.sort(Comparator.comparingDouble(Face::score).reversed());
        return judged;
    }

    private Face again(Pyramid pyramid, Face face) {
        double size = Math.sqrt(face.width() * face.height());
        double x = face.x() + face.width() / 2;
        double y = face.y() + face.height() / 2;
        for (int i = 0; i < SIZES.length; i++) {
            pyramid.show(
                    x,
                    y,
                    size / SIZES[i],
                    i == SIZES.length - 1,
                    session.input(i, StudentGraph.INPUT).data(),
                    side);
        }
        session.execute();
        double sum = 0;
        for (int i = 0; i < SIZES.length; i++) {
            sum += logit(i, face, x, y, size / SIZES[i]);
        }
        double first = StudentDetector.logit(face.score());
        return face.scored(StudentDetector.probability(first + SAY * (sum / SIZES.length - first)));
    }

    /** The highest logit that a look gives to a box that is the same face. */
    private double logit(int look, Face face, double x, double y, double k) {
        float[] out = session.output(look, StudentGraph.OUTPUT).data();
        int outputs = weights.outputs();
        boolean mirrored = look == SIZES.length - 1;
        double best = LEAST_LOGIT;
        for (int i = 0; i < CELLS * CELLS; i++) {
            if (out[i * outputs] > best) {
                double u = weights.step() * (i % CELLS - MIDDLE);
                double v = (double) weights.step() * (i / CELLS) - weights.step() * MIDDLE;
                Face there =
                        StudentDetector.face(out, i * outputs, outputs, u, v).scaled(k);
                double left = mirrored ? x - there.x() - there.width() : x + there.x();
                Face here = new Face(left, y + there.y(), there.width(), there.height(), there.score());
                if (here.overlap(face) > SAME) {
                    best = out[i * outputs];
                }
            }
        }
        return Math.min(best, HIGHEST_LOGIT);
    }
}
