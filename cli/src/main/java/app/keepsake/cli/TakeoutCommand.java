package app.keepsake.cli;

import app.keepsake.operations.takeout.ListTakeout;
import app.keepsake.operations.takeout.Problem;
import app.keepsake.operations.takeout.TakeoutAlbum;
import app.keepsake.operations.takeout.TakeoutReport;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "takeout",
        description =
                "Tells what is in an export of Google Photos: photos, sidecars that belong to them, albums, and what"
                        + " is missing. Nothing is unpacked; 'index' does.",
        mixinStandardHelpOptions = true)
final class TakeoutCommand implements Callable<Integer> {
    private static final int NAMED = 10;

    @Parameters(
            arity = "1..*",
            paramLabel = "ZIP|FOLDER",
            description = "All ZIPs of an export, or folders with ZIPs or with what was in them.")
    private List<Path> sources = List.of();

    @Option(names = "--json", description = "JSON for programs, one object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<TakeoutReport> reports = ListTakeout.of(sources);
        for (TakeoutReport report : reports) {
            if (json) {
                out.println(Json.line(toJson(report)));
            } else {
                printProblems(report.problems(), spec.commandLine().getErr());
                print(report, out);
            }
        }
        if (reports.isEmpty() && !json) {
            out.println("No ZIPs, photos or clips were found there.");
        }
        out.flush();
        return reports.stream().allMatch(report -> report.problems().isEmpty()) ? ExitCode.OK : ExitCode.PARTIAL;
    }

    static void printProblems(List<Problem> problems, PrintWriter err) {
        problems.forEach(one ->
                err.println(one.file() + (one.member().isEmpty() ? "" : ", " + one.member()) + ": " + one.reason()));
        err.flush();
    }

    private static void print(TakeoutReport report, PrintWriter out) {
        out.printf(
                "%s: %d photos and clips, %d with a sidecar, %d without%s.%n",
                report.name(),
                report.photos(),
                report.matched(),
                report.unmatched().size(),
                report.parts().isEmpty()
                        ? ""
                        : ", in %d ZIPs".formatted(report.parts().size()));
        if (!report.missingParts().isEmpty()) {
            out.printf(
                    "Parts that are not here: %s. Download them, too: sidecars may lie in other parts than their photos.%n",
                    report.missingParts().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        list("Albums", report.albums().stream().map(TakeoutAlbum::title).toList(), out);
        list("Without a sidecar", report.unmatched(), out);
        list("Sidecars without their photo", report.orphans(), out);
    }

    private static void list(String title, List<String> names, PrintWriter out) {
        if (!names.isEmpty()) {
            out.printf("%s (%d):%n", title, names.size());
            names.stream().limit(NAMED).forEach(name -> out.println("  " + name));
            if (names.size() > NAMED) {
                out.printf("  and %d more%n", names.size() - NAMED);
            }
        }
    }

    /** What the service asks for. */
    static Callable<Integer> look(Errand.LookAtTakeout errand, LibraryOption library, CommandSpec spec) {
        return () -> {
            List<TakeoutReport> reports =
                    ListTakeout.of(errand.files().stream().map(Path::of).toList());
            OutputOptions output = OutputOptions.aProgram(library, spec);
            output.line(Map.of(
                    "exports", reports.stream().map(TakeoutCommand::toJson).toList()));
            output.out().flush();
            return ExitCode.OK;
        };
    }

    private static Map<String, Object> toJson(TakeoutReport report) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", report.name());
        told.put("parts", report.parts().stream().map(Path::toString).toList());
        told.put("missingParts", report.missingParts());
        told.put("photos", report.photos());
        told.put("matched", report.matched());
        told.put("unmatched", report.unmatched());
        told.put("orphans", report.orphans());
        told.put(
                "albums",
                report.albums().stream()
                        .map(album -> Map.of("folder", album.folder(), "title", album.title()))
                        .toList());
        told.put("problems", problems(report.problems()));
        return told;
    }

    static List<Map<String, String>> problems(List<Problem> problems) {
        return problems.stream()
                .map(one -> Map.of("file", one.file().toString(), "member", one.member(), "reason", one.reason()))
                .toList();
    }
}
