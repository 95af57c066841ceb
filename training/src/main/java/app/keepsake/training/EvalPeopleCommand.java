package app.keepsake.training;

import app.keepsake.people.GroupingEvaluation;
import app.keepsake.people.Thresholds;
import app.keepsake.training.internal.identity.GroupingTrial;
import app.keepsake.training.internal.identity.GroupingTrial.Outcome;
import app.keepsake.training.internal.identity.IdentityPhoto;
import app.keepsake.training.internal.identity.Verification;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.FaceReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Groups the faces of known people, and tells how well that matches the truth. */
@Command(
        name = "people",
        description = "Groups the faces of photos of known people, and compares with the truth.",
        mixinStandardHelpOptions = true)
final class EvalPeopleCommand implements Callable<Integer> {
    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "Lines of a photo's path relative to the file, a tab, and who stands in its middle.")
    private Path truth = Path.of("");

    @Option(
            names = "--folds",
            defaultValue = "5",
            description = "Parts to choose the threshold across (${DEFAULT-VALUE}).")
    private int folds;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<IdentityPhoto> photos;
        try (FaceDetector detector = FaceDetector.open();
                FaceReader reader = FaceReader.open()) {
            photos = IdentityPhoto.read(truth, detector, reader);
        }
        long seen =
                photos.stream().filter(photo -> photo.portrait().isPresent()).count();
        out.printf("%d photos, a face found in %d%n", photos.size(), seen);
        tell(out, Verification.of(photos));
        List<Outcome> sweep = GroupingTrial.sweep(photos);
        out.println("\nthreshold  precision recall     F1   BCubed F1  groups of");
        sweep.forEach(outcome -> tell(out, "%.4f".formatted(outcome.merge()), outcome.evaluation()));
        out.println();
        tell(out, "as shipped", GroupingTrial.at(photos, Thresholds.DEFAULT).evaluation());
        tellFolds(out, photos);
        out.flush();
        return 0;
    }

    private static void tell(PrintWriter out, Verification pairs) {
        out.printf(
                Locale.ROOT,
                "pairs: %d of one person, %d of two; balanced accuracy %.4f; accepted at a false share of"
                        + " 1e-2 %.4f, 1e-3 %.4f, 1e-4 %.4f%n",
                pairs.same().length,
                pairs.other().length,
                pairs.accuracy(),
                pairs.acceptedAt(1e-2),
                pairs.acceptedAt(1e-3),
                pairs.acceptedAt(1e-4));
    }

    private static void tell(PrintWriter out, String name, GroupingEvaluation e) {
        out.printf(
                Locale.ROOT,
                "%-10s %9.4f %6.4f %6.4f %11.4f %7d %d%n",
                name,
                e.precision(),
                e.recall(),
                e.f1(),
                e.bcubedF1(),
                e.found(),
                e.real());
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
