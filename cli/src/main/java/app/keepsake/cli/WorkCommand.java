package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.IndexTask;
import app.keepsake.operations.index.AssetReading;
import app.keepsake.operations.index.SharedLooking;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "work",
        description = {
            "Helps another machine to index: looks at the files that it hands out, until Ctrl-C.",
            "Both need the same Keepsake, the same catalog on a PostgreSQL server (\"catalog = jdbc:postgresql://host/database\""
                    + " in keepsake.properties in the library's folder), and the same photos, read from a shared disk."
        },
        mixinStandardHelpOptions = true)
final class WorkCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 200;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Option(
            names = "--map",
            paramLabel = "THERE=HERE",
            description = "A folder on the machine that indexes, and where it lies on this one. May be repeated.")
    private Map<Path, Path> folders = new LinkedHashMap<>();

    @Option(names = "--threads", paramLabel = "N", description = "Files at the same time (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        AtomicInteger looked = new AtomicInteger();
        AtomicBoolean warned = new AtomicBoolean();
        SharedLooking.Listener listener = (outcome, here) -> {
            if (outcome != IndexTask.Outcome.UNSEEN) {
                looked.incrementAndGet();
            } else if (!warned.getAndSet(true)) {
                err.printf(
                        "%s: expected a file that the other machine has, found none. Make its disk available here, or say with --map where it is. The other machine looks at such files itself.%n",
                        here);
                err.flush();
            }
        };
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads: expected 1 or more, found " + threads);
        }
        AssetReading.limitMemory();
        // Whoever asks it to stop waits until it said what it did.
        try (Interruption interruption = new Interruption()) {
            try (Catalog catalog = library.openCatalog();
                    AssetReading reading = AssetReading.open();
                    SharedLooking looking = SharedLooking.begin(catalog, reading, folders, threads, listener)) {
                out.println("Waiting for files to look at. Ctrl-C stops.");
                out.flush();
                while (!interruption.requested()) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
            out.printf("%d files looked at.%n", looked.get());
            out.flush();
        }
        return ExitCode.INTERRUPTED;
    }
}
