package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.disk.NoAnswer;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.memories.FirstMemories;
import app.keepsake.operations.neighbours.FollowNeighbours;
import app.keepsake.operations.neighbours.ImportNames;
import app.keepsake.operations.people.SettleAtOnce;
import app.keepsake.operations.takeout.UnpackReport;
import app.keepsake.operations.takeout.UnpackTakeout;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "index",
        description =
                "Looks at new and changed photos and clips in folders and in the sources that are set up, and notes"
                        + " what is in them. Originals are only read. Ctrl-C stops; the next run goes on from there.",
        mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FOLDER|ZIP",
            description =
                    "Folders with photos and clips, and ZIPs of Google Takeout, all parts of an export at once: their"
                            + " photos are unpacked into the library.")
    private List<Path> folders = List.of();

    /** How many memories are featured while the library is new. */
    private int feature;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    static IndexCommand of(Errand.Index errand, LibraryOption library, CommandSpec spec) {
        IndexCommand command = new IndexCommand();
        command.spec = spec;
        command.folders = errand.folders().stream().map(Path::of).toList();
        command.feature = errand.feature();
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LibraryFolder home = output.open();
        if (folders.isEmpty() && !SourceRun.isAny(home)) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required parameter: 'FOLDER...', since no sources are set up.");
        }
        try (Catalog catalog = home.openCatalog();
                Interruption interruption = new Interruption()) {
            FirstMemories first = new FirstMemories(catalog, Locale.getDefault(), feature);
            SourceRun sources = new SourceRun(catalog, home, interruption, output, first::tell);
            sources.facts();
            UnpackReport unpacked = new UnpackTakeout(home.root(), interruption::requested)
                    .unpack(folders.stream().filter(UnpackTakeout::isPacked).toList());
            IndexReport report = IndexRun.index(catalog, home, places(unpacked), interruption, first::tell);
            if (output.isToAProgram()) {
                output.line(toJson(report, unpacked));
                report.silent().forEach(folder -> output.err().println("keepsake: " + NoAnswer.words(folder)));
            } else {
                print(unpacked, output.out(), output.err());
                print(report, output.out(), output.err());
            }
            sources.lookIntoAll();
            if (!interruption.requested()) {
                first.tellIfNone();
            }
            int worst = Math.max(Math.max(IndexRun.exitCode(report), sources.code()), takeOver(catalog, home));
            return unpacked.problems().isEmpty() ? worst : Math.max(worst, ExitCode.PARTIAL);
        }
    }

    /** What is new in catalogs that are followed; one that cannot be read does not keep the others. */
    private int takeOver(Catalog catalog, LibraryFolder home) {
        FollowNeighbours following = new FollowNeighbours(home.root());
        int code = ExitCode.OK;
        for (Path database : following.all()) {
            try {
                ImportNames.Report ignored =
                        following.takeOver(database, catalog, new SettleAtOnce(catalog, Locale.getDefault()));
            } catch (IOException e) {
                code = ExitCode.PARTIAL;
                output.err().println("keepsake: " + Messages.of(e));
                output.err().flush();
            }
        }
        return code;
    }

    private List<Path> places(UnpackReport unpacked) {
        return Stream.concat(
                        folders.stream().filter(folder -> !UnpackTakeout.isPacked(folder)), unpacked.folders().stream())
                .toList();
    }

    private static void print(UnpackReport report, PrintWriter out, PrintWriter err) {
        TakeoutCommand.printProblems(report.problems(), err);
        if (!report.folders().isEmpty()) {
            out.printf(
                    "%d files unpacked (%d MB), %d were there: %s%n",
                    report.unpacked(),
                    report.bytes() >> 20,
                    report.present(),
                    report.folders().stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
    }

    static void print(IndexReport report, PrintWriter out, PrintWriter err) {
        report.problems().forEach(one -> err.println(one.file() + ": " + one.reason()));
        report.silent().forEach(folder -> err.println(NoAnswer.words(folder)));
        out.printf(
                "%d photos and clips: %d looked at (%.1f a second), %d unchanged, %d moved or copied, %d gone.%n",
                report.found(), report.analysed(), report.rate(), report.unchanged(), report.moved(), report.missing());
        if (!report.problems().isEmpty() || report.knownProblems() > 0) {
            out.printf(
                    "%d could not be read, and %d that were told of before.%n",
                    report.problems().size(), report.knownProblems());
        }
        if (!report.passedOver().isEmpty()) {
            int files = report.passedOver().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            out.printf("%d files of kinds that are not read: %s.%n", files, endings(report.passedOver()));
        }
        if (!report.silent().isEmpty()) {
            out.printf(
                    "%d were left, since their disk does not answer. Run the same command again when it does.%n",
                    report.unreached());
        }
        if (report.interrupted()) {
            out.println("Stopped. Run the same command again to go on.");
        }
        out.flush();
        err.flush();
    }

    /** The most frequent first. */
    private static String endings(Map<String, Integer> passedOver) {
        return passedOver.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one ->
                        (one.getKey().isEmpty() ? "without ending" : "." + one.getKey()) + " (" + one.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> toJson(IndexReport report, UnpackReport unpacked) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("found", report.found());
        told.put("analysed", report.analysed());
        told.put("unchanged", report.unchanged());
        told.put("moved", report.moved());
        told.put("missing", report.missing());
        told.put("knownProblems", report.knownProblems());
        told.put("unreached", report.unreached());
        told.put("silent", report.silent().stream().map(Path::toString).toList());
        told.put(
                "problems",
                report.problems().stream()
                        .map(one -> Map.of("file", one.file().toString(), "reason", one.reason()))
                        .toList());
        told.put("passedOver", report.passedOver());
        told.put("interrupted", report.interrupted());
        if (!unpacked.folders().isEmpty() || !unpacked.problems().isEmpty()) {
            told.put("unpacked", unpacked.unpacked());
            told.put("unpackedBefore", unpacked.present());
            told.put("zipProblems", TakeoutCommand.problems(unpacked.problems()));
        }
        told.put("seconds", report.elapsed().toMillis() / 1000.0);
        told.put("perSecond", report.rate());
        return told;
    }
}
