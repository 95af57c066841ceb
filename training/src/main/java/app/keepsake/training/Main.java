package app.keepsake.training;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Makes and measures the weights that this project trains. */
@Command(
        name = "keepsake-training",
        description = "Makes and measures the weights that this project trains.",
        mixinStandardHelpOptions = true,
        subcommands = {TrainCommand.class, TrainHeadsCommand.class, EvalCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
