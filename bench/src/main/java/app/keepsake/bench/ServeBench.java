package app.keepsake.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Many viewers at once, on the machine that serves them: those who ask at a pace, as people do, and those who ask again
 * as soon as the answer has come, which shows what the server can do, and how long one waits when it does that. The same
 * small pictures are asked of the JDK's own file server, {@code jwebserver}, in turns.
 */
@Command(
        name = "serve",
        description = "The service's answers to many viewers at once, against the JDK's jwebserver; or, with --minutes,"
                + " whether it grows.",
        mixinStandardHelpOptions = true)
final class ServeBench implements Callable<Integer> {
    @Option(
            names = "--library",
            paramLabel = "DIR",
            required = true,
            description = "A library with pictures and a film that was made in the web app.")
    private Path library = Path.of("");

    @Option(names = "--viewers", defaultValue = "200", description = "How many at once (${DEFAULT-VALUE}).")
    private int viewers;

    @Option(
            names = "--pace",
            defaultValue = "5",
            description = "What each asks for in a second, three quarters of it small pictures, a quarter 256 KiB of a"
                    + " film (${DEFAULT-VALUE}): a page of twenty pictures each four seconds, or a film of 10 Mbit/s.")
    private double pace;

    @Option(names = "--seconds", defaultValue = "5", description = "Of each turn (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--turns", defaultValue = "3", description = "Of each server (${DEFAULT-VALUE}).")
    private int turns;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Asks the service alone for so long, at the pace, and tells each minute what it holds.")
    private @Nullable Integer minutes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (minutes != null) {
            try (Served service = Served.keepsake(library)) {
                return Soak.run(service, new Crowd(viewers, pace), minutes, this::print) ? 0 : 1;
            }
        }
        try (Served service = Served.keepsake(library);
                Served files = Served.files(library)) {
            List<Served> servers = List.of(service, files);
            print("Resident memory of the service before: %s"
                    .formatted(Holding.of(service.process()).resident()));
            for (Crowd crowd : List.of(new Crowd(viewers, pace), new Crowd(viewers, 0))) {
                for (Served one : servers) {
                    Crowd.Answers ignored = crowd.ask(one.port(), one.questions(), 2);
                }
                print(
                        crowd.pace() == 0
                                ? "%d viewers who ask again at once:".formatted(viewers)
                                : "%d viewers who ask %.1f times a second each:".formatted(viewers, pace));
                for (int turn = 0; turn < turns; turn++) {
                    for (Served one : servers) {
                        print("  %-10s %s"
                                .formatted(
                                        one.name(),
                                        crowd.ask(one.port(), one.questions(), seconds)
                                                .summary()));
                    }
                }
            }
            print("Resident memory of the service afterwards: %s"
                    .formatted(Holding.of(service.process()).resident()));
        }
        return 0;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
