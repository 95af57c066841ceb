package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.texts.PhotoTexts;
import app.keepsake.operations.texts.ReadTexts;
import app.keepsake.operations.unread.ReadUnread;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

@Command(
        name = "texts",
        description =
                "Reads signs, menus and documents in photos, so that 'search' finds their words. The service does so"
                        + " when there is nothing else to do. Ctrl-C stops; the next run goes on from there.",
        mixinStandardHelpOptions = true)
final class TextsCommand implements Callable<Integer> {
    private static final int A_YEAR = 60 * 24 * 366;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Begin no other photo after so many minutes (default: go on until all are read).")
    private @Nullable Integer minutes;

    @Mixin
    private OutputOptions output = new OutputOptions();

    static TextsCommand of(Errand.Texts errand, LibraryOption library, CommandSpec spec) {
        TextsCommand command = new TextsCommand();
        command.minutes = errand.minutes();
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        Duration atMost = Duration.ofMinutes(minutes == null ? A_YEAR : minutes);
        try (Catalog catalog = output.openCatalog();
                PhotoTexts reading = new PhotoTexts();
                Interruption interruption = new Interruption();
                UnreadBar bar = new UnreadBar("Reading")) {
            ReadUnread.Report report = new ReadTexts(catalog, reading).run(atMost, interruption::requested, bar);
            bar.close();
            if (output.isToAProgram()) {
                output.line(toJson(report));
            } else {
                output.out()
                        .printf(
                                "%d photos read, %d of them with writing; %d are left.%n",
                                report.read(), report.found(), report.left());
                output.out().flush();
            }
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    private static Map<String, Object> toJson(ReadUnread.Report report) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("read", report.read());
        told.put("written", report.found());
        told.put("left", report.left());
        return told;
    }
}
