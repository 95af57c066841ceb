package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Restored;
import app.keepsake.operations.backup.Backup;
import app.keepsake.operations.backup.LibraryBackup.Outcome;
import app.keepsake.operations.backup.RestoreBackup;
import app.keepsake.operations.index.SharedLooking;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description =
                "Brings back what \"keepsake backup\" wrote, all of it or nothing. What you said here stays, unless"
                        + " --replace is given. Photos that are not indexed yet get their people when they are.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is there before is kept in the folder backups/before-restore of the library: restore that with"
                    + " --replace to take a restoring back."
        })
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A backup, from this library or from another.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Nothing of what you said here stays.")
    private boolean replace;

    @Option(names = "--look", description = "Only tells what the file holds, and what would change.")
    private boolean look;

    @Option(
            names = "--map",
            paramLabel = "OLD=NEW",
            description = "A folder that the backup speaks of, and where it lies now. May be repeated.")
    private Map<Path, Path> folders = new LinkedHashMap<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    static RestoreCommand of(Errand.Restore errand, LibraryOption library, CommandSpec spec) {
        RestoreCommand command = new RestoreCommand();
        command.file = Path.of(errand.file());
        command.replace = errand.replace();
        command.look = errand.look();
        errand.folders().forEach((there, here) -> command.folders.put(Path.of(there), Path.of(here)));
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        Backup read = Backup.read(file);
        Backup backup =
                read.moved(path -> SharedLooking.here(Path.of(path), folders).toString());
        Restored.Way way = replace ? Restored.Way.REPLACE : Restored.Way.MERGE;
        LibraryFolder folder = output.open();
        try (Catalog catalog = folder.openCatalog()) {
            RestoreBackup restoring = new RestoreBackup(folder.root(), catalog, Locale.getDefault(), Clock.systemUTC());
            return print(read, look ? restoring.rehearse(backup, way) : restoring.restore(backup, way));
        }
    }

    private int print(Backup backup, RestoreBackup.Done done) {
        PrintWriter out = output.out();
        Outcome outcome = done.outcome();
        if (output.isToAProgram()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("made", backup.made().toString());
            told.put("keepsake", backup.keepsake());
            told.put("secrets", backup.secrets());
            told.put("holds", backup.holdings());
            told.put("leftOut", backup.leftOut());
            told.put("folders", backup.folders());
            told.put("outcome", outcome);
            told.put("before", done.before().map(Path::toString).orElse(""));
            output.line(told);
        } else {
            out.printf("%s, made %s, holds %s.%n", file, backup.made(), BackupWords.of(backup.holdings()));
            backup.leftOut().forEach(out::println);
            out.println((look ? "It would bring: " : "Brought: ") + words(outcome) + ".");
            if (outcome.said().facesExpected() > 0) {
                out.printf(
                        "%d faces are not known here yet. They get their people when their photos are indexed.%n",
                        outcome.said().facesExpected());
            }
            outcome.passwords()
                    .forEach(place -> out.printf("%s needs its password: set it up again to use it.%n", place));
            done.films()
                    .forEach(film -> out.println(film.withdrawnBecause()
                            .map(because -> "Withdrawn: %s (%s)".formatted(film.path(), because))
                            .orElse("Back: " + film.path())));
            done.before().ifPresent(path -> out.printf("What was here before is kept in %s.%n", path));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String words(Outcome outcome) {
        Restored said = outcome.said();
        return "%d people who were known, %d who are new, %d corrections, %d choices, %d edits, %d memories you asked for, %d settings, %d places"
                .formatted(
                        said.peopleFound(),
                        said.peopleNew(),
                        said.corrections(),
                        said.choices(),
                        said.edits(),
                        said.requests(),
                        outcome.settings().size(),
                        outcome.places().size());
    }
}
