package app.keepsake.training;

import app.keepsake.engine.EngineOptions;
import app.keepsake.training.internal.identity.AnimalPhoto;
import app.keepsake.training.internal.identity.PetTrial;
import app.keepsake.vision.ContentReader;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Teaches pets with a few pictures each, and tells how good the questions are. */
@Command(
        name = "pets",
        description = "Teaches pets with a few pictures each, and tells how good the questions about the others are.",
        mixinStandardHelpOptions = true)
final class EvalPetsCommand implements Callable<Integer> {
    private static final int MOST_TAUGHT = 4;

    @Parameters(paramLabel = "FOLDER", description = "A folder with one for each animal, with its photos.")
    private Path pets = Path.of("");

    @Option(names = "--others", required = true, paramLabel = "FOLDER", description = "Photos of other animals.")
    private Path others = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<AnimalPhoto> photos = new ArrayList<>();
        try (ContentReader reader = ContentReader.open(EngineOptions.defaults())) {
            photos.addAll(AnimalPhoto.read(pets, true, reader));
            int own = photos.size();
            photos.addAll(AnimalPhoto.read(others, false, reader));
            out.printf("%d photos of known animals, %d of others%n", own, photos.size() - own);
        }
        out.println("taught  trials  first right  of all asked  found again  nothing asked  questions");
        PetTrial trial = new PetTrial(photos);
        for (int taught = 1; taught <= MOST_TAUGHT; taught++) {
            PetTrial.Outcome outcome = trial.taught(taught);
            out.printf(
                    Locale.ROOT,
                    "%6d  %6d  %10.0f%%  %11.0f%%  %10.0f%%  %13d  %9.1f%n",
                    taught,
                    outcome.trials(),
                    100 * outcome.firstPrecision(),
                    100 * outcome.precision(),
                    100 * outcome.recall(),
                    outcome.silent(),
                    (double) outcome.asked() / Math.max(1, outcome.trials()));
        }
        out.flush();
        return 0;
    }
}
