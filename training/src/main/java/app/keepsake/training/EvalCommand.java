package app.keepsake.training;

import app.keepsake.training.internal.evaluation.Contestant;
import app.keepsake.training.internal.evaluation.CurvePlot;
import app.keepsake.training.internal.evaluation.GroupRecall;
import app.keepsake.training.internal.evaluation.Measurement;
import app.keepsake.vision.LabelledPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the app's networks can do. */
@Command(
        name = "eval",
        description = "Measures what the app's networks can do.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EvalCommand.Detector.class,
            RealtimeCommand.class,
            EvalMundaneCommand.class,
            EvalPeopleCommand.class
        })
final class EvalCommand {
    /** Compares face detectors on labelled photos. */
    @Command(
            name = "detector",
            description = "Compares face detectors on labelled photos.",
            mixinStandardHelpOptions = true)
    static final class Detector implements Callable<Integer> {
        @Option(
                names = "--truth",
                required = true,
                paramLabel = "FILE",
                description = "A line with a photo's path relative to the file, then \"x y width height kind\" for each"
                        + " face.")
        private Path truth = Path.of("");

        @Option(
                names = "--no-people",
                paramLabel = "FOLDER",
                description = "Photos without people, to count false faces in.")
        private List<Path> noPeople = List.of();

        @Option(names = "--plots", paramLabel = "FOLDER", description = "Where to write the curves as SVG.")
        private @Nullable Path plots;

        @Option(names = "--groups", description = "Tell the recall of faces by kind and size.")
        private boolean groups;

        @Option(names = "--only", paramLabel = "NAME", description = "Measure these detectors alone.")
        private List<String> only = List.of();

        @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (${DEFAULT-VALUE}).")
        private int threads;

        @Option(names = "--weights", description = "A student's weights to measure instead of the shipped ones.")
        private @Nullable Path weights;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            List<LabelledPhoto> photos = LabelledPhoto.read(truth);
            List<Measurement> measurements = new ArrayList<>();
            for (Contestant contestant : Contestant.all(threads, weights)) {
                if (only.isEmpty() || only.contains(contestant.name())) {
                    measurements.add(Measurement.of(contestant, photos, noPeople));
                    say(measurements.size() == 1 ? HEADING : "", measurements.getLast());
                    if (groups) {
                        say(measurements.getLast().groups());
                    }
                }
            }
            if (plots != null) {
                Files.createDirectories(plots);
                Files.writeString(plots.resolve("precision-recall.svg"), CurvePlot.precisionRecall(measurements));
                Files.writeString(plots.resolve("reliability.svg"), CurvePlot.reliability(measurements));
            }
            return 0;
        }

        private void say(GroupRecall recall) {
            recall.groups()
                    .forEach((group, counts) -> spec.commandLine()
                            .getOut()
                            .printf(
                                    Locale.ROOT,
                                    "  %-20s recall %.3f of %d faces%n",
                                    group,
                                    counts[0] / (double) counts[1],
                                    counts[1]));
        }

        private static final String HEADING =
                "detector                          AP>=16 AP>=40 recall@0.1 | at default score: precision recall false/photo |  ms  MiB\n";

        private void say(String heading, Measurement m) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s%-33s %6.3f %6.3f %10.3f %28.3f %6.3f %11s %6.1f %4s%n",
                            heading,
                            m.name(),
                            m.all().averagePrecision(),
                            m.large().averagePrecision(),
                            m.all().recallAt(0.1),
                            m.atDefault().precision(),
                            m.atDefault().recall(),
                            m.falseFacesPerPhoto().isPresent()
                                    ? String.format(
                                            Locale.ROOT,
                                            "%.3f",
                                            m.falseFacesPerPhoto().getAsDouble())
                                    : "-",
                            m.milliseconds(),
                            m.arenaMebibytes().isPresent()
                                    ? Long.toString(m.arenaMebibytes().getAsLong())
                                    : "-");
            spec.commandLine().getOut().flush();
        }
    }
}
