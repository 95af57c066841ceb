package app.keepsake.vision.student;

import app.keepsake.engine.Model;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks again at faces that the first look doubts: the same network, at sizes in the middle of what it knows and in the
 * mirror. Several faces are looked at together, so that threads have enough to share and small maps read the weights
 * once for all of them. Belongs to one thread at a time.
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

    /**
     * What a second look adds to a face's logit at most, but for few: of 1,622 faces found on 400 photos at the default
     * score, 3 are not looked at again and so not found; with 2.2 it would be 2.
     */
    private static final double MOST_GAINED = 1.5;

    /** The share that the second look has in a face's logit. */
    private static final double SAY = 0.5;

    /** What the first look's box counts for beside those of the second, each of which counts for its score's square. */
    private static final double FIRST_BOX = 0.3;

    /** So many faces of a picture are looked at again, the surest first. */
    private static final int MOST = 64;

    /** Overlap from which a look's box is the face that is looked at. */
    private static final double SAME = 0.3;

    /** Overlap from which two faces that were looked at have become one. */
    private static final double DOUBLE = 0.65;

    private static final double LEAST_LOGIT = -6;

    private static final double HIGHEST_LOGIT = 12;

    /** So many faces together, then the others one by one. */
    private static final int TOGETHER = 4;

    /** The picture whose faces are in doubt. */
    interface Picture {
        /**
         * Shows a place.
         *
         * @param x of the middle in pixels of the picture
         * @param k pixels of the picture for each pixel shown
         * @param target {@code [side, side, 3]} from {@code at}
         */
        void show(double x, double y, double k, boolean mirrored, Zoom zoom, float[] target, int at);
    }

    private final StudentWeights weights;
    private final Session several;
    private final Session single;
    private final Zoom zoom;
    private final int side;

    SecondLook(Model model, StudentWeights weights) {
        this.weights = weights;
        side = weights.tile() + weights.step() * (CELLS - 1);
        zoom = new Zoom(side);
        several = model.prepare(Map.of(StudentGraph.INPUT, Shape.of(TOGETHER * SIZES.length, side, side, 3)));
        single = model.prepare(Map.of(StudentGraph.INPUT, Shape.of(SIZES.length, side, side, 3)));
    }

    /** Of the arenas and of what lies beside them. */
    long bytes() {
        long pictures = (TOGETHER + 1L) * SIZES.length;
        return several.arenaBytes() + single.arenaBytes() + pictures * side * side * 3 * Float.BYTES;
    }

    /**
     * The same faces with the scores, boxes and points of both looks, by descending score. Of two whose boxes come to lie
     * on one face the surer one is left.
     *
     * @param least logit that is asked for; faces that no second look brings there are left as they are
     */
    List<Face> again(Picture picture, List<Face> faces, double least) {
        double from = Math.max(DOUBTED_FROM, StudentOutput.probability(least - MOST_GAINED));
        List<Face> judged = new ArrayList<>();
        List<Face> doubted = new ArrayList<>();
        for (Face face : faces) {
            boolean doubt = face.score() > from && face.score() < DOUBTED_TO;
            (doubt && doubted.size() < MOST ? doubted : judged).add(face);
        }
        for (int done = 0; done < doubted.size(); ) {
            boolean enough = done + TOGETHER <= doubted.size();
            List<Face> next = doubted.subList(done, done + (enough ? TOGETHER : 1));
            look(enough ? several : single, picture, next, judged);
            done += next.size();
        }
        judged.sort(Comparator.comparingDouble(Face::score).reversed());
        return withoutDoubles(judged);
    }

    private static List<Face> withoutDoubles(List<Face> sorted) {
        List<Face> left = new ArrayList<>();
        for (Face face : sorted) {
            if (left.stream().noneMatch(surer -> surer.overlap(face) > DOUBLE)) {
                left.add(face);
            }
        }
        return left;
    }

    private void look(Session session, Picture picture, List<Face> faces, List<Face> judged) {
        float[] pictures = session.input(StudentGraph.INPUT).data();
        int at = 0;
        for (Face face : faces) {
            for (int i = 0; i < SIZES.length; i++) {
                picture.show(middleX(face), middleY(face), k(face, i), isMirrored(i), zoom, pictures, at);
                at += side * side * 3;
            }
        }
        session.execute();
        float[] out = session.output(StudentGraph.OUTPUT).data();
        int look = 0;
        for (Face face : faces) {
            double sum = 0;
            MeanBox box = new MeanBox();
            box.add(face, FIRST_BOX);
            for (int i = 0; i < SIZES.length; i++, look++) {
                Face seen = surest(out, look * CELLS * CELLS * weights.outputs(), i, face);
                if (seen == null) {
                    sum += LEAST_LOGIT;
                } else {
                    sum += Math.min(StudentOutput.logit(seen.score()), HIGHEST_LOGIT);
                    box.add(seen, seen.score() * seen.score());
                }
            }
            double first = StudentOutput.logit(face.score());
            double both = first + SAY * (sum / SIZES.length - first);
            judged.add(box.face(StudentOutput.probability(both)));
        }
    }

    private static double middleX(Face face) {
        return face.x() + face.width() / 2;
    }

    private static double middleY(Face face) {
        return face.y() + face.height() / 2;
    }

    /** Pixels of the picture for each pixel of a look. */
    private static double k(Face face, int look) {
        return Math.sqrt(face.width() * face.height()) / SIZES[look];
    }

    private static boolean isMirrored(int look) {
        return look == SIZES.length - 1;
    }

    /** The surest box of a look that is the same face, if any; the look's outputs begin at {@code from}. */
    private @Nullable Face surest(float[] out, int from, int look, Face face) {
        int outputs = weights.outputs();
        double x = middleX(face);
        double best = LEAST_LOGIT;
        Face surest = null;
        for (int i = 0; i < CELLS * CELLS; i++) {
            int at = from + i * outputs;
            if (out[at] > best) {
                double u = weights.step() * (i % CELLS - MIDDLE);
                double v = (double) weights.step() * (i / CELLS) - weights.step() * MIDDLE;
                Face there = StudentOutput.face(out, at, outputs, u, v).scaled(k(face, look));
                double left = isMirrored(look) ? x - there.x() - there.width() : x + there.x();
                Face here = new Face(left, middleY(face) + there.y(), there.width(), there.height(), there.score());
                if (here.overlap(face) > SAME) {
                    best = out[at];
                    surest = here;
                }
            }
        }
        return surest;
    }
}
