package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.cli.demo.SampleLibrary;
import app.keepsake.operations.film.RenderedFilm;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.memories.TellMemories;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Makes a small sample library from freely licensed photos, indexes it, makes memories of it,"
                + " renders the best as a film, and opens it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int PERCENT = 100;

    /** Kinds that tell one event from its beginning to its end, which shows more than a year's best. */
    private static final Set<String> EVENTS = Set.of("trip", "days");

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description =
                    "Where the sample photos, catalog and film go (default: demo in the standard library folder).")
    private @Nullable Path folder;

    @Option(names = "--no-open", description = "Do not open the film in the browser.")
    private boolean noOpen;

    @Option(
            names = "--only-photos",
            description = "Only make the sample photos, in the folder photos there: to try the web app with.")
    private boolean onlyPhotos;

    @Option(names = "--json", description = "The result as one JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static FilmOptions gentle() {
        FilmOptions options = new FilmOptions();
        options.mood = "gentle";
        return options;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LibraryFolder home = LibraryFolder.at(
                folder != null ? folder : LibraryFolder.at(null).root().resolve("demo"));
        Path photos = home.root().resolve("photos");
        try (Progress bar = Progress.of("Sample library", "%", PERCENT)) {
            SampleLibrary.create(photos, done -> bar.reached(Math.round(done * PERCENT)));
        }
        if (onlyPhotos) {
            out.println(photos);
            out.flush();
            return ExitCode.OK;
        }
        LibraryFolder library = LibraryFolder.at(home.root().resolve("library"));
        try (Catalog catalog = library.openCatalog();
                Interruption interruption = new Interruption()) {
            IndexReport report = IndexRun.index(catalog, library, List.of(photos), interruption);
            if (report.interrupted()) {
                return ExitCode.INTERRUPTED;
            }
            Memory memory = new TellMemories(catalog, Locale.getDefault())
                    .on(LocalDate.now()).stream()
                            .max(Comparator.comparing(told -> EVENTS.contains(told.kind())))
                            .orElseThrow(() -> new IOException(
                                    "%s: expected the sample photos to make a memory, found none.".formatted(photos)));
            Path film = library.films().resolve(memory.id() + ".mp4");
            RenderedFilm run = MovieCommand.render(catalog, memory, gentle(), library, film, interruption);
            if (!run.report().finished()) {
                return ExitCode.INTERRUPTED;
            }
            Path page = WatchPage.write(film, memory.title(), memory.subtitle());
            if (json) {
                out.println(Json.line(FilmResult.toJson(run)));
            } else {
                IndexCommand.print(report, out, spec.commandLine().getErr());
                out.printf(
                        "\"%s\", %s: %d shots, %.1f s, rendered %.1f times as fast as it plays.%n%s%n",
                        memory.title(),
                        memory.subtitle(),
                        memory.shots().size(),
                        run.report().duration().toMillis() / 1000.0,
                        run.timesRealTime(),
                        film);
            }
            out.flush();
            if (!noOpen) {
                boolean ignored = Browser.open(page);
            }
            return Math.max(IndexRun.exitCode(report), FilmResult.exitCode(run));
        }
    }
}
