package app.keepsake.training;

import app.keepsake.training.internal.mundane.MundaneEvaluation;
import app.keepsake.training.internal.mundane.MundaneEvaluation.Judged;
import app.keepsake.training.internal.mundane.MundaneEvaluation.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts mundane pictures that are kept out and good photos that are lost. */
@Command(
        name = "mundane",
        description = "Counts receipts, papers and screenshots that are kept out of memories, and good photos that are"
                + " lost. Screenshots, and papers on a table, are simulated.",
        mixinStandardHelpOptions = true)
final class EvalMundaneCommand implements Callable<Integer> {
    @Option(names = "--data", defaultValue = "../shared/data", description = "The data (${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Option(
            names = "--every",
            defaultValue = "1",
            description = "Take one of so many good photos and simulations (${DEFAULT-VALUE}).")
    private int every;

    @Option(names = "--mistakes", defaultValue = "20", description = "Name so many mistakes of each kind.")
    private int mistakes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Result result = MundaneEvaluation.run(data, every, out::println);
        MundaneEvaluation.bySource(result.judged())
                .forEach((source, count) ->
                        out.printf(Locale.ROOT, "%-48s kept out %4.0f of %4.0f%n", source, count[0], count[1]));
        out.printf(
                Locale.ROOT,
                "recall at 1 %% of good photos lost: %.3f (threshold %.3f)%nwhere memories draw the line (0.5): recall"
                        + " %.3f, good photos lost %.4f%n",
                result.recallAtMostLost(),
                result.threshold(),
                result.recall(),
                result.lost());
        result.judged().stream()
                .filter(one -> one.mundane())
                .sorted(Comparator.comparingDouble(Judged::probability))
                .limit(mistakes)
                .forEach(one ->
                        out.printf(Locale.ROOT, "shown: %.2f %s %s%n", one.probability(), one.name(), one.reason()));
        result.judged().stream()
                .filter(one -> !one.mundane())
                .sorted(Comparator.comparingDouble(Judged::probability).reversed())
                .limit(mistakes)
                .forEach(one ->
                        out.printf(Locale.ROOT, "lost: %.2f %s %s%n", one.probability(), one.name(), one.reason()));
        out.flush();
        return 0;
    }
}
