package app.keepsake.cli;

import app.keepsake.cli.doctor.Checkup;
import app.keepsake.cli.doctor.Finding;
import app.keepsake.cli.doctor.Report;
import app.keepsake.cli.doctor.Sentences;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description =
                "Looks whether all is well: version, disk, memory, database, networks, encoder, folders, what was done"
                        + " last, what is next, and why there is no memory today. Ends with code 1 when something is not"
                        + " well.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Writes a ZIP archive for a report of a fault: the findings and the log, in which words replace the"
                            + " names of people, places and files.")
    private @Nullable Path report;

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** For the service a finding is an answer, not a failure. */
    private boolean asked;

    static DoctorCommand of(Errand.Checkup errand, LibraryOption library, CommandSpec spec) {
        DoctorCommand command = new DoctorCommand();
        command.report = errand.archive().isEmpty() ? null : Path.of(errand.archive());
        command.asked = true;
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.out();
        Path root = output.named().root();
        List<Finding> findings = new Checkup(root, Version.number(), Clock.systemDefaultZone()).findings();
        Sentences sentences = new Sentences(Locale.getDefault());
        if (output.isToAProgram()) {
            findings.forEach(finding -> output.line(toJson(finding, sentences)));
        } else {
            out.print(Report.text(findings, sentences));
        }
        if (report != null) {
            Report.write(root, findings, report);
            if (!output.isToAProgram()) {
                out.printf("%nThe archive is %s. Look into it before you send it to somebody.%n", report);
            }
        }
        out.flush();
        boolean ill = findings.stream().anyMatch(finding -> finding.health() == Finding.Health.ILL);
        return ill && !asked ? ExitCode.FAILED : ExitCode.OK;
    }

    private static Map<String, Object> toJson(Finding finding, Sentences sentences) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("about", finding.about());
        told.put("health", finding.health().name().toLowerCase(Locale.ROOT));
        told.put("words", sentences.of(finding));
        told.put("language", sentences.language());
        return told;
    }
}
