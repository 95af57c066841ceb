package app.keepsake.training.internal.evaluation;

import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How good a face detector is, by the protocol of WIDER FACE and COCO: a found face is right when its overlap with a
 * true face that nothing better has claimed is at least 0.5. Faces lower than a minimum height are neither asked for
 * nor held against the detector. Add photos one by one, then read the figures. Not thread-safe.
 */
public final class DetectionEvaluation {
    private static final double OVERLAP = 0.5;

    private final double minimumHeight;
    private final List<Photo> judged = new ArrayList<>();

    private record Photo(int faces, List<Verdict> verdicts) {}

    /** What became of a found face. */
    public record Verdict(double score, boolean right) {}

    /**
     * A point of the precision/recall curve.
     *
     * @param score threshold at which it is reached
     * @param recall share of the true faces that are found, 0 to 1
     * @param precision share of the found faces that are right, 0 to 1
     * @param falseFacesPerPhoto false ones among the found, per photo
     */
    public record Point(double score, double recall, double precision, double falseFacesPerPhoto) {}

    /** @param minimumHeight of the faces that count, pixels */
    public DetectionEvaluation(double minimumHeight) {
        this.minimumHeight = minimumHeight;
    }

    /**
     * Judges one photo.
     *
     * @param truth its faces; scores are not looked at
     * @param found the detector's faces, best at a very low minimum score so that the curve is complete
     */
    public void add(List<Face> truth, List<Face> found) {
        List<Verdict> verdicts = new ArrayList<>();
        boolean[] claimed = new boolean[truth.size()];
        found.stream()
                .sorted(Comparator.comparingDouble(Face::score).reversed())
                .forEach(face -> judge(face, truth, claimed, verdicts));
        judged.add(new Photo((int) truth.stream().filter(this::counts).count(), verdicts));
    }

    private void judge(Face face, List<Face> truth, boolean[] claimed, List<Verdict> verdicts) {
        int match = -1;
        for (int i = 0; i < claimed.length; i++) {
            if (!claimed[i] && face.overlap(truth.get(i)) >= OVERLAP && isBetter(i, match, face, truth)) {
                match = i;
            }
        }
        if (match >= 0) {
            claimed[match] = true;
            if (counts(truth.get(match))) {
                verdicts.add(new Verdict(face.score(), true));
            }
        } else if (counts(face)) {
            verdicts.add(new Verdict(face.score(), false));
        }
    }

    /** Faces that count are claimed before those that do not. */
    private boolean isBetter(int candidate, int match, Face face, List<Face> truth) {
        if (match < 0 || counts(truth.get(candidate)) != counts(truth.get(match))) {
            return match < 0 || counts(truth.get(candidate));
        }
        return face.overlap(truth.get(candidate)) > face.overlap(truth.get(match));
    }

    private boolean counts(Face face) {
        return face.height() >= minimumHeight;
    }

    /** The number of true faces that count. */
    public int faces() {
        return judged.stream().mapToInt(Photo::faces).sum();
    }

    /** As many photos drawn from these, some more than once and some not at all: a draw of the bootstrap. */
    public DetectionEvaluation resampled(SplittableRandom random) {
        DetectionEvaluation draw = new DetectionEvaluation(minimumHeight);
        for (int i = 0; i < judged.size(); i++) {
            draw.judged.add(judged.get(random.nextInt(judged.size())));
        }
        return draw;
    }

    /** Of each found face that counts, in the order of judging. */
    public List<Verdict> verdicts() {
        return judged.stream().flatMap(photo -> photo.verdicts().stream()).toList();
    }

    /** The curve from the highest score to the lowest, a point for each score at which something was found. */
    public List<Point> curve() {
        int faces = faces();
        List<Verdict> sorted = verdicts().stream()
                .sorted(Comparator.comparingDouble(Verdict::score).reversed())
                .toList();
        List<Point> curve = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            boolean lastOfScore = i + 1 == sorted.size()
                    || sorted.get(i + 1).score() < sorted.get(i).score();
            if (lastOfScore) {
                curve.add(new Point(
                        sorted.get(i).score(),
                        faces == 0 ? 0 : right / (double) faces,
                        right / (double) (i + 1),
                        (i + 1 - right) / (double) judged.size()));
            }
        }
        return curve;
    }

    /** Area under the curve, precision made monotonic from the right (all points). 0 to 1. */
    public double averagePrecision() {
        List<Point> curve = curve();
        double area = 0;
        double best = 0;
        for (int i = curve.size() - 1; i >= 0; i--) {
            best = Math.max(best, curve.get(i).precision());
            double before = i == 0 ? 0 : curve.get(i - 1).recall();
            area += (curve.get(i).recall() - before) * best;
        }
        return area;
    }

    /** The highest recall at no more than so many false faces per photo. */
    public double recallAt(double falseFacesPerPhoto) {
        return curve().stream()
                .filter(point -> point.falseFacesPerPhoto() <= falseFacesPerPhoto)
                .mapToDouble(Point::recall)
                .max()
                .orElse(0);
    }

    /** The point with the best balance (F1) of precision and recall. */
    public Point balanced() {
        return curve().stream()
                .max(Comparator.comparingDouble(
                        point -> point.precision() * point.recall() / (point.precision() + point.recall() + 1e-12)))
                .orElse(new Point(1, 0, 0, 0));
    }
}
