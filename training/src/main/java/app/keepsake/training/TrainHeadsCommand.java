package app.keepsake.training;

import app.keepsake.training.internal.heads.SceneTraining;
import app.keepsake.training.internal.mundane.MundaneTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the small heads. */
@Command(
        name = "train-heads",
        description = "Trains the heads that tell scenes, paper and screens by features of shipped networks. Minutes.",
        mixinStandardHelpOptions = true)
final class TrainHeadsCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "The folder of labelled photos.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, description = "Where to write the heads.")
    private Path out = Path.of("");

    @Option(names = "--only", description = "Train this alone: scenes or mundane.", defaultValue = "")
    private String only = "";

    @Option(
            names = "--every",
            defaultValue = "2",
            description = "For paper and screens, take one of so many good photos and simulations (${DEFAULT-VALUE}).")
    private int every;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        if (!only.equals("mundane")) {
            new SceneTraining(this::say).run(data, out);
        }
        if (!only.equals("scenes")) {
            new MundaneTraining(this::say).run(data, every, out);
        }
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
