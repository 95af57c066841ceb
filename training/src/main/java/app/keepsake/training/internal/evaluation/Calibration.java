package app.keepsake.training.internal.evaluation;

import app.keepsake.engine.EngineOptions;
import app.keepsake.training.internal.data.FaceBox;
import app.keepsake.training.internal.data.PhotoStore;
import app.keepsake.training.internal.evaluation.DetectionEvaluation.Verdict;
import app.keepsake.vision.Face;
import app.keepsake.vision.student.StudentDetector;
import app.keepsake.vision.student.StudentWeights;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Makes scores mean what they say (Platt, 1999): the logit's slope and offset are fitted on faces found in held-out
 * photos, so that of the faces with a score of 0.9 nine in ten are right.
 */
public final class Calibration {
    /** Smaller faces are labelled too rarely to judge by, px. */
    private static final double SMALLEST = 16;

    private static final double LEAST_SCORE = 0.02;
    private static final int ITERATIONS = 30;

    private Calibration() {}

    /** The same weights with fitted slope and offset. */
    public static StudentWeights of(
            PhotoStore store, StudentWeights weights, EngineOptions engine, Consumer<String> log) {
        DetectionEvaluation evaluation = new DetectionEvaluation(SMALLEST);
        StudentDetector.Settings settings =
                new StudentDetector.Settings(StudentDetector.Settings.SMALLEST_FACE, LEAST_SCORE);
        try (StudentDetector detector = new StudentDetector(weights, settings, engine)) {
            for (PhotoStore.Entry photo : store.photos()) {
                if (photo.heldOut()) {
                    add(
                            evaluation,
                            photo.faces(),
                            detector.detect(store.pixels(photo).image()));
                }
            }
        }
        double[] fitted = fit(evaluation.verdicts());
        log.accept(String.format(
                Locale.ROOT,
                "Calibrated on %d found faces: slope %.3f, offset %.3f",
                evaluation.verdicts().size(),
                fitted[0],
                fitted[1]));
        return weights.calibrated((float) fitted[0], (float) fitted[1]);
    }

    /** What may or may not be a face says nothing. */
    private static void add(DetectionEvaluation evaluation, List<FaceBox> known, List<Face> found) {
        List<Face> truth =
                known.stream().filter(FaceBox::certain).map(FaceBox::face).toList();
        List<FaceBox> doubtful = known.stream().filter(face -> !face.certain()).toList();
        List<Face> judged = found.stream()
                .filter(face ->
                        doubtful.stream().noneMatch(place -> place.face().overlap(face) > 0.3))
                .toList();
        evaluation.add(truth, judged);
    }

    /** Logistic regression of right or wrong on the score's logit by Newton's method. */
    static double[] fit(List<Verdict> verdicts) {
        double slope = 1;
        double offset = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            // A little of the starting values keeps the fit finite when all are right.
            double gs = 0.1 * (1 - slope);
            double go = 0.1 * -offset;
            double hss = 0.1;
            double hso = 0;
            double hoo = 0.1;
            for (Verdict verdict : verdicts) {
                double x = logit(verdict.score());
                double p = 1 / (1 + Math.exp(-(slope * x + offset)));
                double miss = (verdict.right() ? 1 : 0) - p;
                double weight = p * (1 - p);
                gs += miss * x;
                go += miss;
                hss += weight * x * x;
                hso += weight * x;
                hoo += weight;
            }
            double det = hss * hoo - hso * hso;
            slope += (hoo * gs - hso * go) / det;
            offset += (hss * go - hso * gs) / det;
        }
        return new double[] {slope, offset};
    }

    private static double logit(double score) {
        double p = Math.clamp(score, 1e-6, 1 - 1e-6);
        return Math.log(p / (1 - p));
    }
}
