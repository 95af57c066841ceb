package app.keepsake.training;

import app.keepsake.training.internal.files.Exiftool;
import app.keepsake.training.internal.files.Field;
import app.keepsake.training.internal.files.FilesComparison;
import app.keepsake.training.internal.files.Outcome;
import app.keepsake.training.internal.files.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Compares what is read of files with what exiftool reads of them. */
@Command(
        name = "files",
        description = "Compares what is read of files (date, zone, place, turn, camera, size) with what exiftool reads."
                + " Ends with 1 where a difference has no reason that is known.",
        mixinStandardHelpOptions = true)
final class EvalFilesCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders of photos and clips.")
    private List<Path> folders = List.of();

    @Option(
            names = "--most",
            defaultValue = "20",
            description = "Name so many files of each reason (${DEFAULT-VALUE}).")
    private int most;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            files.addAll(files(folder.toRealPath()));
        }
        Map<Path, JsonNode> answers = Exiftool.read(files);
        List<Outcome> outcomes = files.stream()
                .flatMap(file -> Stream.ofNullable(answers.get(file))
                        .flatMap(answer -> FilesComparison.of(file, answer).stream()))
                .toList();
        print(outcomes, out);
        return outcomes.stream().anyMatch(Outcome::isUnexplained) ? 1 : 0;
    }

    /** In the order of their names. What has a line break in its name could not be told to exiftool. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.toString().chars().noneMatch(letter -> letter == '\n' || letter == '\r'))
                    .sorted()
                    .toList();
        }
    }

    private void print(List<Outcome> outcomes, PrintWriter out) {
        for (Reason reason : Reason.values()) {
            list(
                    outcomes.stream()
                            .filter(one -> one.reason().filter(reason::equals).isPresent())
                            .toList(),
                    reason.words(),
                    most,
                    out);
        }
        list(outcomes.stream().filter(Outcome::isUnexplained).toList(), "unexplained", Integer.MAX_VALUE, out);
        for (Field field : Field.values()) {
            List<Outcome> of =
                    outcomes.stream().filter(one -> one.field() == field).toList();
            out.printf(
                    "%-9s %5d agree, %4d differ for a reason, %4d unexplained%n",
                    field.title(),
                    of.stream().filter(Outcome::agrees).count(),
                    of.stream().filter(one -> one.reason().isPresent()).count(),
                    of.stream().filter(Outcome::isUnexplained).count());
        }
        out.flush();
    }

    private static void list(List<Outcome> outcomes, String title, int most, PrintWriter out) {
        if (outcomes.isEmpty()) {
            return;
        }
        out.printf("%s: %d%n", title, outcomes.size());
        outcomes.stream()
                .limit(most)
                .forEach(one -> out.printf(
                        "  %s: %s: %s | exiftool %s%n", one.file(), one.field().title(), one.ours(), one.theirs()));
    }
}
