package app.keepsake.training;

import app.keepsake.people.Thresholds;
import app.keepsake.training.internal.identity.GroupingEvaluation;
import app.keepsake.training.internal.identity.GroupingTrial;
import app.keepsake.training.internal.identity.GroupingTrial.Outcome;
import app.keepsake.training.internal.identity.IdentityPhoto;
import app.keepsake.training.internal.identity.Verification;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.FaceReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Groups the faces of known people, and tells how well that matches the truth. */
@Command(
        name = "people",
        description = {
            "Groups the faces of photos of known people, and compares with the truth. With several sets, tells which one"
                    + " threshold serves all.",
            "Brackets hold 95 of 100 resamples of the people."
        },
        mixinStandardHelpOptions = true)
final class EvalPeopleCommand implements Callable<Integer> {
    private static final double[] FALSE_SHARES = {1e-2, 1e-3, 1e-4};

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "Lines of a photo's path relative to the file, a tab, and who stands in its middle. May be"
                    + " given several times.")
    private List<Path> truths = List.of();

    @Option(
            names = "--folds",
            defaultValue = "5",
            description = "Parts to choose the threshold across, 0 for none (${DEFAULT-VALUE}).")
    private int folds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<List<Outcome>> sweeps = new ArrayList<>();
        try (FaceDetector detector = FaceDetector.open();
                FaceReader reader = FaceReader.open()) {
            for (Path truth : truths) {
                sweeps.add(tell(out, truth, IdentityPhoto.read(truth, detector, reader)));
                out.flush();
            }
        }
        if (sweeps.size() > 1) {
            tellCommon(out, sweeps);
        }
        out.flush();
        return 0;
    }

    private List<Outcome> tell(PrintWriter out, Path truth, List<IdentityPhoto> photos) {
        out.printf(
                "%n%s: %d photos, a face found in %d%n",
                truth,
                photos.size(),
                photos.stream().filter(photo -> photo.portrait().isPresent()).count());
        tell(out, Verification.of(photos));
        List<Outcome> sweep = GroupingTrial.sweep(photos);
        out.println("threshold  precision recall     F1   BCubed P R F1            groups of");
        sweep.forEach(outcome -> tell(out, "%.4f".formatted(outcome.merge()), outcome.evaluation()));
        Outcome shipped = GroupingTrial.at(photos, Thresholds.DEFAULT);
        tell(out, "as shipped", shipped.evaluation());
        out.printf(
                "as shipped: precision %s, recall %s, F1 %s%n",
                shipped.figures().precision(),
                shipped.figures().recall(),
                shipped.figures().f1());
        if (folds > 1) {
            tellFolds(out, photos);
        }
        return sweep;
    }

    private static void tell(PrintWriter out, Verification pairs) {
        out.printf("pairs: %d of one person, %d of two%n", pairs.same(), pairs.other());
        for (double share : FALSE_SHARES) {
            out.printf(
                    Locale.ROOT,
                    "accepted at a false share of %.0e: %s (likeness %.3f)%n",
                    share,
                    pairs.acceptedAt(share),
                    pairs.thresholdAt(share));
        }
    }

    private static void tell(PrintWriter out, String name, GroupingEvaluation e) {
        out.printf(
                Locale.ROOT,
                "%-10s %9.4f %6.4f %6.4f   %6.4f %6.4f %6.4f %7d %d%n",
                name,
                e.precision(),
                e.recall(),
                e.f1(),
                e.bcubedPrecision(),
                e.bcubedRecall(),
                e.bcubedF1(),
                e.found(),
                e.real());
    }

    /** The worst of the sets counts. */
    private static void tellCommon(PrintWriter out, List<List<Outcome>> sweeps) {
        out.println("\nOne threshold for all: the worst precision and F1 of the sets");
        for (int i = 0; i < sweeps.getFirst().size(); i++) {
            int at = i;
            out.printf(
                    Locale.ROOT,
                    "%.4f     %9.4f %6.4f%n",
                    sweeps.getFirst().get(at).merge(),
                    sweeps.stream()
                            .mapToDouble(sweep -> sweep.get(at).evaluation().precision())
                            .min()
                            .orElse(0),
                    sweeps.stream()
                            .mapToDouble(sweep -> sweep.get(at).evaluation().f1())
                            .min()
                            .orElse(0));
        }
    }

    private void tellFolds(PrintWriter out, List<IdentityPhoto> photos) {
        List<GroupingTrial.Fold> all = GroupingTrial.folds(photos, folds);
        for (int i = 0; i < all.size(); i++) {
            Outcome outcome = all.get(i).outcome();
            tell(out, "%d: %.4f".formatted(i + 1, outcome.merge()), outcome.evaluation());
        }
        out.printf(
                Locale.ROOT,
                "mean of the folds, thresholds chosen on the others: precision %.4f, F1 %.4f, BCubed F1 %.4f%n",
                mean(all, GroupingEvaluation::precision),
                mean(all, GroupingEvaluation::f1),
                mean(all, GroupingEvaluation::bcubedF1));
    }

    private static double mean(
            List<GroupingTrial.Fold> folds, java.util.function.ToDoubleFunction<GroupingEvaluation> figure) {
        return folds.stream()
                .mapToDouble(fold -> figure.applyAsDouble(fold.outcome().evaluation()))
                .average()
                .orElse(0);
    }
}
