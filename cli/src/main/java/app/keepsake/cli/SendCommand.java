package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.film.MoodFit;
import app.keepsake.operations.film.RenderedFilm;
import app.keepsake.operations.library.TargetFile;
import app.keepsake.server.Errand;
import app.keepsake.share.Preset;
import app.keepsake.share.SavedTargets;
import app.keepsake.share.SavedTargets.Saved;
import app.keepsake.share.Target;
import app.keepsake.share.TargetKind;
import app.keepsake.share.Upload;
import app.keepsake.share.UploadSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "send",
        description = "Makes a memory's film as a place expects it, unless it is there, and sends it. Films are encoded"
                + " anew: they carry no positions, serial numbers or names of files. The file's name says nothing,"
                + " unless you name it.",
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
    private static final int NAME_DIGITS = 8;
    private static final int KILO = 1000;

    @Parameters(paramLabel = "MEMORY|FILE", description = "A memory's name, or a film's file, which is sent as it is.")
    private String what = "";

    @Option(names = "--to", paramLabel = "PLACE", required = true, description = "See 'keepsake share list'.")
    private String place = "";

    @Option(
            names = "--preset",
            paramLabel = "P",
            description = "See 'keepsake share presets' (default: ${DEFAULT-VALUE}).",
            defaultValue = "wide")
    private String preset = "wide";

    @Option(names = "--mood", paramLabel = "M", description = "As of 'keepsake movie'.")
    private @Nullable String mood;

    @Option(names = "--words", paramLabel = "TEXT", description = "To go with it, where the place shows words.")
    private String words = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Of the file there.")
    private @Nullable String name;

    @Option(names = "--json", description = "The result as one JSON object, for programs.")
    private boolean json;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    static SendCommand of(Errand.Send errand, LibraryOption library, CommandSpec spec) {
        SendCommand command = new SendCommand();
        command.what = errand.memory();
        command.place = errand.place();
        command.preset = errand.preset();
        command.mood = errand.mood();
        command.words = errand.words();
        command.json = true;
        command.library = library;
        command.spec = spec;
        return command;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LibraryFolder home = library.existing();
        SavedTargets targets = TargetFile.in(home.root());
        Saved target = targets.find(place)
                .orElseThrow(() -> new IOException(
                        "%s: expected a place that is set up, found %s. 'keepsake share add' sets one up."
                                .formatted(
                                        place,
                                        targets.all().stream()
                                                .map(Saved::name)
                                                .collect(Collectors.joining(", ", "[", "]")))));
        Preset form = Preset.named(preset)
                .orElseThrow(() -> new IllegalArgumentException("Expected one of %s, found \"%s\"."
                        .formatted(Preset.all().stream().map(Preset::name).collect(Collectors.joining(", ")), preset)));
        Path file = Path.of(what);
        Optional<Path> film = Files.isRegularFile(file) ? Optional.of(file) : film(home, form);
        if (film.isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        form.check(Files.size(film.get()));
        Upload upload = Upload.of(film.get(), "", words);
        upload = upload.named(fileName(upload));
        Optional<URI> seen;
        try (Progress bar = Progress.of("Sending", "KB", upload.size() / KILO);
                Target there = TargetKind.named(target.kind()).of(target.values())) {
            seen = new UploadSession(targets.notes(target), bytes -> bar.reached(bytes / KILO)).carry(upload, there);
        }
        print(upload, seen);
        return ExitCode.OK;
    }

    private String fileName(Upload upload) {
        return name != null ? name : "film-" + upload.print().substring(0, NAME_DIGITS) + ".mp4";
    }

    /** @return empty when it was stopped */
    private Optional<Path> film(LibraryFolder home, Preset form) throws IOException {
        FilmOptions options = FilmOptions.of(form, mood);
        options.check();
        try (Catalog catalog = home.openCatalog();
                Interruption interruption = new Interruption()) {
            Memory memory = Retelling.of(catalog, Locale.getDefault())
                    .find(what)
                    .orElseThrow(() -> new IOException(
                            "%s: expected a film's file or the name of a memory, found none. Run 'keepsake memories' to see them."
                                    .formatted(what)));
            String chosen = mood != null ? mood : MoodFit.of(memory);
            Path file = home.films().resolve("%s.%s.%s.mp4".formatted(memory.id(), chosen, form.name()));
            boolean there = catalog.memories().films().stream()
                            .anyMatch(known -> known.path().equals(file) && known.shows(memory))
                    && Files.isRegularFile(file);
            if (there) {
                return Optional.of(file);
            }
            RenderedFilm run = MovieCommand.render(catalog, memory, options, home, file, interruption);
            OwnersOnly.keep(file, home.root());
            return run.report().finished() ? Optional.of(file) : Optional.empty();
        }
    }

    private void print(Upload upload, Optional<URI> seen) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("place", place);
            told.put("name", upload.name());
            told.put("bytes", upload.size());
            seen.ifPresent(uri -> told.put("seen", uri.toString()));
            out.println(Json.line(told));
        } else {
            out.println(seen.map(uri -> "Sent: " + uri).orElse("Sent."));
        }
        out.flush();
    }
}
