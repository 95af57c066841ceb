package app.keepsake.vision.student;

import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes one box of the many that a face gets from neighbouring outputs and scales: the surest box takes those that
 * overlap it, and becomes their mean, weighted by score and overlap. The more of them agree, the surer the face.
 */
final class BoxMerge {
    /** Overlap (intersection over union) from which two boxes are the same face. */
    private static final double SAME = 0.3;

    /** The share of a small box inside a larger one from which it is a part of the same face. */
    private static final double INSIDE = 0.6;

    /** What the logit of a face's score gains when its boxes' scores sum up to e times the surest one's. */
    private static final double AGREEMENT = 0.5;

    /** A gap of rounding errors, px; whether such boxes touch is then computed from their edges. */
    private static final double TOUCHING = 1e-6;

    /** Boxes below this score have no say in how sure a face is, so that it does not depend on what else was asked for. */
    static final double LEAST_SAY = 0.05;

    private BoxMerge() {}

    /** By descending score. */
    static List<Face> merge(List<Face> boxes) {
        List<Face> sorted = new ArrayList<>(boxes);
        sorted.sort(Comparator.comparingDouble(Face::score).reversed());
        Gaps gaps = new Gaps(sorted);
        boolean[] taken = new boolean[sorted.size()];
        List<Face> merged = new ArrayList<>();
        for (int first = 0; first < taken.length; first++) {
            if (taken[first]) {
                continue;
            }
            Face surest = sorted.get(first);
            MeanBox mean = new MeanBox();
            double agreeing = 0;
            double[] gap = gaps.from(first);
            for (int i = first; i < taken.length; i++) {
                if (gap[i] > TOUCHING || taken[i]) {
                    continue;
                }
                Face box = sorted.get(i);
                double overlap = i == first ? 1 : box.overlap(surest);
                if (overlap > SAME) {
                    // A box that is far off says little of where the face is.
                    mean.add(box, Math.pow(box.score() * overlap, 2));
                    agreeing += box.score() >= LEAST_SAY ? box.score() : 0;
                    taken[i] = true;
                } else {
                    taken[i] = inside(box, surest) >= INSIDE;
                }
            }
            merged.add(mean.face(score(surest.score(), agreeing)));
        }
        merged.sort(Comparator.comparingDouble(Face::score).reversed());
        return merged;
    }

    /** How far boxes lie apart: of a thousand nearly all do, and a loop of vectors is quick to tell which. */
    private static final class Gaps {
        private final double[] x;
        private final double[] y;
        private final double[] halfWidth;
        private final double[] halfHeight;
        private final double[] gap;

        Gaps(List<Face> boxes) {
            x = boxes.stream().mapToDouble(box -> box.x() + box.width() / 2).toArray();
            y = boxes.stream().mapToDouble(box -> box.y() + box.height() / 2).toArray();
            halfWidth = boxes.stream().mapToDouble(box -> box.width() / 2).toArray();
            halfHeight = boxes.stream().mapToDouble(box -> box.height() / 2).toArray();
            gap = new double[boxes.size()];
        }

        /** From one box to those that come after it, across or down, px; negative if they overlap. */
        double[] from(int box) {
            double left = x[box];
            double top = y[box];
            double width = halfWidth[box];
            double height = halfHeight[box];
            for (int i = box; i < gap.length; i++) {
                double across = Math.abs(x[i] - left) - (halfWidth[i] + width);
                double down = Math.abs(y[i] - top) - (halfHeight[i] + height);
                gap[i] = Math.max(across, down);
            }
            return gap;
        }
    }

    private static double score(double surest, double agreeing) {
        double odds = surest / (1 - surest) * Math.pow(Math.max(1, agreeing / surest), AGREEMENT);
        return odds / (1 + odds);
    }

    private static double inside(Face small, Face large) {
        double across = Math.min(small.x() + small.width(), large.x() + large.width()) - Math.max(small.x(), large.x());
        double down = Math.min(small.y() + small.height(), large.y() + large.height()) - Math.max(small.y(), large.y());
        double area = Math.min(small.width() * small.height(), large.width() * large.height());
        return across <= 0 || down <= 0 ? 0 : across * down / area;
    }
}
