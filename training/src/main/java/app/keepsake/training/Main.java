package app.keepsake.training;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Makes and measures the weights that this project trains. */
@Command(
        name = "keepsake-training",
        description = "Makes and measures the weights that this project trains.",
        mixinStandardHelpOptions = true,
        subcommands = {LabelCommand.class, TrainCommand.class, TrainHeadsCommand.class, EvalCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        // A word that begins with @ is a word: no file is read for it.
        return new CommandLine(new Main()).setExpandAtFiles(false);
    }
}
