package app.keepsake.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keepsake bench}: measurements for developers. */
@Command(
        name = "keepsake",
        subcommands = {Main.Bench.class},
        mixinStandardHelpOptions = true)
final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        // A word that begins with @ is a word: no file is read for it.
        return new CommandLine(new Main()).setExpandAtFiles(false);
    }

    @Command(
            name = "bench",
            description = "Measures parts of this program against others.",
            subcommands = {
                CatalogBench.class,
                EncoderBench.class,
                EngineBench.class,
                EveningBench.class,
                FilmBench.class,
                IndexBench.class,
                MemoriesBench.class,
                MemoryList.class,
                PeopleBench.class,
                RenderBench.class,
                SearchBench.class,
                ServeBench.class
            },
            mixinStandardHelpOptions = true)
    static final class Bench {}
}
