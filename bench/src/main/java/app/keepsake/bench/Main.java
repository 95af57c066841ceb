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
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Command(
            name = "bench",
            description = "Measures parts of this program against others.",
            subcommands = {
                CatalogBench.class,
                EngineBench.class,
                IndexBench.class,
                MemoriesBench.class,
                PeopleBench.class,
                RenderBench.class,
                ServeBench.class
            },
            mixinStandardHelpOptions = true)
    static final class Bench {}
}
