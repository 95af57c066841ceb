package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.cli.index.IndexReport;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "movie",
        description = "Renders a memory, or the best of a folder, as a film: 1080p, H.264 and AAC in MP4,"
                + " with a score of its own.",
        mixinStandardHelpOptions = true)
final class MovieCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /** What to tell. */
    private static final class Source {
        @Parameters(paramLabel = "MEMORY", description = "A memory's name, as the command memories lists them.")
        private @Nullable String memory;

        @Option(
                names = "--folder",
                paramLabel = "FOLDER",
                description = "A folder of photos and clips: indexes it, and tells the best event in it.")
        private @Nullable Path folder;
    }

    @Option(
            names = "--mood",
            paramLabel = "M",
            description = "${COMPLETION-CANDIDATES} (default: one that fits what is told).",
            completionCandidates = Moods.class)
    private @Nullable String mood;

    @Option(
            names = "--length",
            paramLabel = "short|medium|long",
            description = "About 20, 45 or 90 seconds, or any number of seconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "medium")
    private String length = "medium";

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "The film's file (default: in the library's folder films).")
    private @Nullable Path film;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Option(names = "--json", description = "The result as one JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (mood != null) {
            // A wrong name is told before anything is indexed.
            Mood.named(mood);
        }
        Length wanted = Length.parse(length);
        LibraryFolder home = library.open();
        try (Catalog catalog = Catalog.open(home.catalog());
                Interruption interruption = new Interruption()) {
            int indexed = ExitCode.OK;
            if (source.folder != null) {
                IndexReport report = IndexRun.index(catalog, home, List.of(source.folder), interruption);
                report.problems().forEach(one -> spec.commandLine().getErr().println(one.file() + ": " + one.reason()));
                indexed = IndexCommand.exitCode(report);
                if (report.interrupted()) {
                    return indexed;
                }
            }
            Memory memory = memory(catalog);
            Mood chosen = Mood.named(
                    mood != null
                            ? mood
                            : MoodFit.of(memory.valence(), memory.id().hashCode()));
            Path file = film != null ? film : home.films().resolve(memory.id() + ".mp4");
            MovieRun run = MovieRun.render(catalog, memory, chosen, wanted, file, interruption);
            tell(run);
            return Math.max(indexed, run.exitCode());
        }
    }

    private Memory memory(Catalog catalog) throws IOException {
        if (source.folder != null) {
            Path folder = source.folder.toAbsolutePath().normalize();
            return MemoriesRun.ofFolder(catalog, folder, LocalDate.now())
                    .orElseThrow(() -> new IOException(
                            "%s: expected photos or clips to make a film of, found none that can be shown. Name another folder."
                                    .formatted(folder)));
        }
        String id = String.valueOf(source.memory);
        Optional<Memory> found = catalog.memories().find(id);
        return found.orElseThrow(() -> new IOException(
                "%s: expected the name of a memory, found none of that name. Run 'keepsake memories' to see them."
                        .formatted(id)));
    }

    private void tell(MovieRun run) {
        PrintWriter out = spec.commandLine().getOut();
        run.report().problems().forEach(spec.commandLine().getErr()::println);
        if (json) {
            out.println(Json.line(run.told()));
        } else if (run.report().finished()) {
            out.printf(
                    "%s: \"%s\", %.1f s, rendered %.1f times as fast as it plays.%n",
                    run.film(), run.memory().title(), run.report().duration().toMillis() / 1000.0, run.timesRealTime());
        } else {
            out.println("Stopped; nothing was written.");
        }
        out.flush();
    }

    /** The moods there are. */
    static final class Moods implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Mood.names().iterator();
        }
    }
}
