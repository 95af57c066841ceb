package app.keepsake.cli;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.film.FilmFile;
import app.keepsake.film.FilmPlan;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.ShownAlbums;
import app.keepsake.operations.albums.AlbumByTitle;
import app.keepsake.operations.film.RenderFilm;
import app.keepsake.operations.film.RenderPlan;
import app.keepsake.operations.film.RenderedFilm;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.memories.CreateMemory;
import app.keepsake.operations.memories.FolderStory;
import app.keepsake.operations.sources.FilmOriginals;
import app.keepsake.operations.sources.SavedSources;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
        description = "Renders a memory, or the best of an album or folder, as a film: H.264 and AAC in MP4,"
                + " with a score of its own or your music.",
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

        @Option(
                names = "--album",
                paramLabel = "TITLE",
                description = "An album, by its title or number, as the command albums lists them.")
        private @Nullable String album;

        @Option(
                names = "--project",
                paramLabel = "FILE",
                description = "A film saved with --save-project, and edited; its own mood, length and size are used.")
        private @Nullable Path project;
    }

    @Mixin
    private FilmOptions options = new FilmOptions();

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

    static MovieCommand of(Errand.Film errand, LibraryOption library, CommandSpec spec) {
        MovieCommand command = new MovieCommand();
        command.source.memory = errand.memory();
        command.options = FilmOptions.of(errand.mood(), errand.length());
        command.film = Path.of(errand.film());
        command.json = true;
        command.library = library;
        command.spec = spec;
        return command;
    }

    @Override
    public Integer call() throws IOException {
        // What is wrong is told before anything is indexed.
        options.check();
        if (source.project != null) {
            return ofProject(source.project);
        }
        LibraryFolder home = source.folder != null ? library.open() : library.existing();
        try (Catalog catalog = home.openCatalog();
                Interruption interruption = new Interruption()) {
            int indexed = ExitCode.OK;
            if (source.folder != null) {
                IndexReport report = IndexRun.index(catalog, home, List.of(source.folder), interruption);
                report.problems().forEach(one -> spec.commandLine().getErr().println(one.file() + ": " + one.reason()));
                indexed = IndexRun.exitCode(report);
                if (report.interrupted()) {
                    return indexed;
                }
            }
            Memory memory = memory(catalog);
            Path file = film != null ? film : home.films().resolve(memory.id() + ".mp4");
            RenderedFilm run = render(catalog, memory, options, home, file, interruption);
            OwnersOnly.keep(file, home.root());
            print(run);
            return Math.max(indexed, FilmResult.exitCode(run));
        }
    }

    private int ofProject(Path project) throws IOException {
        FilmPlan plan = FilmFile.readProject(project);
        Path beside = project.resolveSibling(project.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".mp4");
        try (Interruption interruption = new Interruption();
                FilmBar bar = new FilmBar()) {
            LibraryFolder home = library.named();
            RenderedFilm run = new RenderPlan(home.cache(), originals(home), options.encoder(home))
                    .to(film != null ? film : beside, plan, options.extras(), bar, interruption::requested);
            print(run);
            return FilmResult.exitCode(run);
        }
    }

    /** With its progress on the terminal. */
    static RenderedFilm render(
            Catalog catalog,
            Memory memory,
            FilmOptions options,
            LibraryFolder home,
            Path file,
            Interruption interruption)
            throws IOException {
        try (FilmBar bar = new FilmBar()) {
            return new RenderFilm(catalog, home.cache(), originals(home), options.encoder(home), Locale.getDefault())
                    .to(file, memory, options.wishes(), options.extras(), bar, interruption::requested);
        }
    }

    private static FilmOriginals originals(LibraryFolder home) {
        return new FilmOriginals(new SavedSources(home.root()));
    }

    private Memory memory(Catalog catalog) throws IOException {
        if (source.folder != null) {
            Path folder = source.folder.toAbsolutePath().normalize();
            return new FolderStory(catalog, Locale.getDefault())
                    .of(folder, LocalDate.now())
                    .orElseThrow(() -> new IOException(
                            "%s: expected photos or clips to make a film of, found none that can be shown. Name another folder."
                                    .formatted(folder)));
        }
        if (source.album != null) {
            Album album = new AlbumByTitle(ShownAlbums.of(catalog)).find(source.album);
            return new CreateMemory(catalog, Locale.getDefault())
                    .ofAlbum(album.id(), LocalDate.now())
                    .orElseThrow(() -> new IOException(CreateCommand.NONE_OF_ALBUM));
        }
        String id = String.valueOf(source.memory);
        return Retelling.of(catalog, Locale.getDefault()).find(id).orElseThrow(() -> MemoriesCommand.unknown(id));
    }

    private void print(RenderedFilm run) {
        PrintWriter out = spec.commandLine().getOut();
        run.report().problems().forEach(spec.commandLine().getErr()::println);
        if (json) {
            out.println(Json.line(FilmResult.toJson(run)));
        } else if (run.report().finished()) {
            out.printf(
                    "%s: \"%s\", %.1f s, rendered %.1f times as fast as it plays.%n",
                    run.file(),
                    run.plan().request().title(),
                    run.report().duration().toMillis() / 1000.0,
                    run.timesRealTime());
        } else {
            out.println("Stopped; nothing was written.");
        }
        out.flush();
    }
}
