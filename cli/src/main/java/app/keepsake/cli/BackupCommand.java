package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.backup.Backup;
import app.keepsake.operations.backup.BackupFolder;
import app.keepsake.operations.backup.LibraryBackup;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description =
                "Writes into one file all that cannot be computed again: names and corrections of people, choices,"
                        + " edits, settings, memories you asked for, and places to send films to.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "\"keepsake restore FILE\" brings it back. Photos and films are not in it. The service makes one each night on"
                    + " which something is new, in the folder backups of the library, and keeps the newest "
                    + BackupFolder.KEPT + "."
        })
final class BackupCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "To write, or a folder (default: a file of today in the folder you are in).")
    private @Nullable Path file;

    @Option(
            names = "--with-secrets",
            description = "Also the passwords of places to send films to. Keep the file well.")
    private boolean secrets;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private boolean nightly;

    static BackupCommand of(Errand.Backup errand, LibraryOption library, CommandSpec spec) {
        BackupCommand command = new BackupCommand();
        command.file = Path.of(errand.file());
        command.secrets = errand.secrets();
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    /** Keeps one in the library's folder, if something in it is new. */
    static BackupCommand nightly(LibraryOption library, CommandSpec spec) {
        BackupCommand command = new BackupCommand();
        command.nightly = true;
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        LibraryFolder folder = output.existing();
        try (Catalog catalog = folder.openCatalog()) {
            Backup backup = new LibraryBackup(folder.root(), catalog, Clock.systemUTC()).take(secrets);
            if (nightly) {
                return print(backup, new BackupFolder(folder.root()).keep(backup, LocalDate.now()));
            }
            Path target = target();
            backup.write(target);
            return print(backup, Optional.of(target));
        }
    }

    private Path target() {
        Path named = file == null ? Path.of("") : file;
        return Files.isDirectory(named.toAbsolutePath())
                ? named.resolve("keepsake-" + LocalDate.now() + ".zip")
                : named;
    }

    private int print(Backup backup, Optional<Path> written) {
        PrintWriter out = output.out();
        if (output.isToAProgram()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("file", written.map(Path::toString).orElse(""));
            told.put("holds", backup.holdings());
            told.put("leftOut", backup.leftOut());
            output.line(told);
        } else {
            out.println(written.map(path -> "%s holds %s.".formatted(path, BackupWords.of(backup.holdings())))
                    .orElse("Nothing is new since the newest backup."));
            backup.leftOut().forEach(out::println);
            if (backup.places().size() > 0 && !secrets) {
                out.println("Passwords of places to send films to are not in it; --with-secrets puts them in.");
            }
        }
        out.flush();
        return backup.leftOut().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
