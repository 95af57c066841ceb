package app.keepsake.training.internal.evaluation;

import app.keepsake.training.internal.evaluation.DetectionEvaluation.Point;
import app.keepsake.training.internal.evaluation.DetectionEvaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws measurements as SVG. */
public final class CurvePlot {
    private static final int SIDE = 480;
    private static final int MARGIN = 64;
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

    private static final int BINS = 10;
    private static final int LEAST_IN_A_BIN = 10;

    private final StringBuilder svg = new StringBuilder();

    private CurvePlot(String title, String across, String up) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"14\">",
                SIDE + 2 * MARGIN, SIDE + 2 * MARGIN);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        for (int i = 0; i <= 5; i++) {
            double at = i / 5.0;
            line(List.of(new double[] {at, 0}, new double[] {at, 1}), "#ddd", 1);
            line(List.of(new double[] {0, at}, new double[] {1, at}), "#ddd", 1);
            add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.1f</text>", x(at), y(0) + 20, at);
            add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>", x(0) - 8, y(at) + 5, at);
        }
        add("<text x=\"%.1f\" y=\"28\" text-anchor=\"middle\" font-size=\"18\">%s</text>", x(0.5), title);
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>", x(0.5), y(0) + 46, across);
        add("<text transform=\"translate(20 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>", y(0.5), up);
    }

    /** A curve for each detector by name. */
    public static String precisionRecall(String title, Map<String, DetectionEvaluation> detectors) {
        CurvePlot plot = new CurvePlot(title, "recall", "precision");
        int i = 0;
        for (Map.Entry<String, DetectionEvaluation> detector : detectors.entrySet()) {
            List<double[]> points = new ArrayList<>();
            for (Point point : detector.getValue().curve()) {
                points.add(new double[] {point.recall(), point.precision()});
            }
            String colour = COLOURS.get(i % COLOURS.size());
            plot.line(points, colour, 2);
            double precision = detector.getValue().averagePrecision();
            plot.legend(i++, colour, "%s, AP %.3f".formatted(detector.getKey(), precision));
        }
        return plot.finished();
    }

    /** The share of right faces among those of about the same score, by name; on the diagonal scores are honest. */
    public static String reliability(String title, Map<String, DetectionEvaluation> evaluations) {
        CurvePlot plot = new CurvePlot(title, "score", "share of right faces");
        plot.line(List.of(new double[] {0, 0}, new double[] {1, 1}), "#999", 1);
        int i = 0;
        for (Map.Entry<String, DetectionEvaluation> each : evaluations.entrySet()) {
            List<double[]> points = bins(each.getValue().verdicts());
            String colour = COLOURS.get(i % COLOURS.size());
            plot.line(points, colour, 2);
            for (double[] point : points) {
                plot.add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x(point[0]), y(point[1]), colour);
            }
            plot.legend(i++, colour, each.getKey());
        }
        return plot.finished();
    }

    /** Mean score and share of right faces in each tenth of the scores that has enough faces to tell. */
    static List<double[]> bins(List<Verdict> verdicts) {
        double[] scores = new double[BINS];
        int[] right = new int[BINS];
        int[] all = new int[BINS];
        for (Verdict verdict : verdicts) {
            int bin = Math.min(BINS - 1, (int) (verdict.score() * BINS));
            scores[bin] += verdict.score();
            right[bin] += verdict.right() ? 1 : 0;
            all[bin]++;
        }
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (all[i] >= LEAST_IN_A_BIN) {
                points.add(new double[] {scores[i] / all[i], (double) right[i] / all[i]});
            }
        }
        return points;
    }

    private void line(List<double[]> points, String colour, int width) {
        StringBuilder places = new StringBuilder();
        for (double[] point : points) {
            places.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1])));
        }
        add(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%d\" points=\"%s\"/>",
                colour, width, places.toString().strip());
    }

    private void legend(int index, String colour, String text) {
        double top = y(0) - 20 - 20.0 * index;
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"14\" height=\"4\" fill=\"%s\"/>", x(0) + 14, top - 6, colour);
        add("<text x=\"%.1f\" y=\"%.1f\">%s</text>", x(0) + 36, top, text);
    }

    private String finished() {
        return svg.append("</svg>\n").toString();
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static double x(double share) {
        return MARGIN + share * SIDE;
    }

    private static double y(double share) {
        return MARGIN + (1 - share) * SIDE;
    }
}
