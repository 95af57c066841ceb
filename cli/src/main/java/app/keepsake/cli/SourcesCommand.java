package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.sources.RemoveSource;
import app.keepsake.operations.sources.SavedSource;
import app.keepsake.operations.sources.SavedSources;
import app.keepsake.operations.sources.SendToSource;
import app.keepsake.operations.sources.SetUpSource;
import app.keepsake.operations.sources.WantedSource;
import app.keepsake.sources.Greeting;
import app.keepsake.sources.SourceKind;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sources",
        description =
                "Reads photos where another program keeps them: Immich, PhotoPrism or Nextcloud. Previews are fetched,"
                        + " and originals where those are too small. Nothing there is changed but by 'send'. What is hidden,"
                        + " archived, locked or deleted there is shown nowhere here.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class SourcesCommand {
    private static final long MOST_KEY_BYTES = 4096;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(
            name = "add",
            description = {
                "Sets up a source. The key is asked for, or read from the standard input or a file.",
                "Immich makes one under Account Settings, API Keys; PhotoPrism an app password under Settings, Account, Apps"
                        + " and Devices; Nextcloud one under Settings, Security: write it as NAME:PASSWORD."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Mixin LibraryOption library,
            @Parameters(index = "0", paramLabel = "KIND", description = "immich, photoprism or nextcloud") String kind,
            @Parameters(index = "1", paramLabel = "NAME", description = "What you call it.") String name,
            @Parameters(index = "2", paramLabel = "URL", description = "Such as http://nas:2283") String address,
            @Option(names = "--key-file", paramLabel = "FILE", description = "A file with the key and nothing else.")
                    @Nullable
                    Path keyFile,
            @Option(names = "--partners", description = "Also reads photos that others share whole with you.")
                    boolean partners,
            @Option(names = "--shared-albums", description = "Also reads photos in albums that others share with you.")
                    boolean sharedAlbums,
            @Option(names = "--no-favourites", description = "Favourites there are none here.") boolean noFavourites)
            throws IOException, InterruptedException {
        WantedSource wanted = new WantedSource(
                name, SourceKind.named(kind).word(), address, key(keyFile), partners, sharedAlbums, !noFavourites);
        Greeting greeting = new SetUpSource(new SavedSources(library.open().root())).add(wanted);
        tell(greeting);
        out().printf("Set up. Read it: keepsake sources sync %s%n", name);
        out().flush();
        return greeting.missing().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private static String key(@Nullable Path file) throws IOException {
        if (file != null) {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_KEY_BYTES) {
                throw new IOException(file + ": expected a file with a key and nothing else, found something else.");
            }
            return Files.readString(file).strip();
        }
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            return Typed.secret("Key", console.readPassword("Key: ")).strip();
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null || line.isBlank()) {
            throw new IOException("Expected a key on the standard input, found none.");
        }
        return line.strip();
    }

    private void tell(Greeting greeting) {
        out().printf(
                        "%s answers%s.%n",
                        greeting.program(),
                        greeting.account().isEmpty() ? "" : ", with photos of " + greeting.account());
        if (!greeting.missing().isEmpty()) {
            out().printf(
                            "The key lacks permissions to read: %s. Allow them there.%n",
                            String.join(", ", greeting.missing()));
        }
        if (!greeting.missingToWrite().isEmpty()) {
            out().printf(
                            "It may not write there, which only sending films and memories needs: %s.%n",
                            String.join(", ", greeting.missingToWrite()));
        }
    }

    @Command(name = "list", description = "Lists the sources that are set up.", mixinStandardHelpOptions = true)
    int list(@Mixin LibraryOption library) throws IOException {
        new SavedSources(library.existing().root()).all().forEach(out()::println);
        out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "test",
            description = "Asks a source whether it can be read, and names the permissions that its key lacks.",
            mixinStandardHelpOptions = true)
    int test(@Mixin LibraryOption library, @Parameters(paramLabel = "NAME") String name)
            throws IOException, InterruptedException {
        SavedSources sources = new SavedSources(library.existing().root());
        Greeting greeting = new SetUpSource(sources).test(find(sources, name));
        tell(greeting);
        out().flush();
        return greeting.missing().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    @Command(
            name = "sync",
            description =
                    "Reads what changed, fetches previews of what is new, and looks at them, as 'keepsake index' does"
                            + " too. Ctrl-C stops; the next run goes on from there.",
            mixinStandardHelpOptions = true)
    int sync(
            @Mixin OutputOptions output,
            @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which (default: all).") @Nullable
                    List<String> names)
            throws IOException, InterruptedException {
        LibraryFolder home = output.existing();
        SavedSources sources = new SavedSources(home.root());
        List<SavedSource> wanted = sources.all();
        if (names != null && !names.isEmpty()) {
            for (String name : names) {
                SavedSource ignored = find(sources, name);
            }
            wanted = wanted.stream().filter(one -> names.contains(one.name())).toList();
        }
        try (Catalog catalog = home.openCatalog();
                Interruption interruption = new Interruption()) {
            SourceRun run = new SourceRun(catalog, home, interruption, output, () -> {});
            run.look(wanted);
            return run.code();
        }
    }

    @Command(
            name = "send",
            description =
                    "Puts the film of a memory into the album Keepsake there, in the place of the one that was sent"
                            + " before; with --as-memory, the memory itself.",
            mixinStandardHelpOptions = true)
    int send(
            @Mixin LibraryOption library,
            @Parameters(index = "0", paramLabel = "NAME", description = "The source.") String name,
            @Parameters(index = "1", paramLabel = "MEMORY", description = "See 'keepsake memories'.") String memory,
            @Option(names = "--as-memory", description = "The memory with its photos, shown there today.")
                    boolean asMemory)
            throws IOException, InterruptedException {
        SavedSources sources = new SavedSources(library.existing().root());
        SavedSource saved = find(sources, name);
        try (Catalog catalog = library.openCatalog()) {
            Memory told = Retelling.of(catalog, Locale.getDefault())
                    .find(memory)
                    .orElseThrow(() -> MemoriesCommand.unknown(memory));
            SendToSource sending = new SendToSource(catalog, sources);
            if (asMemory) {
                out().printf("Told, with %d photos.%n", sending.memory(saved, told, LocalDate.now()));
            } else {
                out().printf("Sent: %s%n", sending.film(saved, told));
            }
        }
        out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "remove",
            description = "Forgets a source, with all that was fetched of it. Nothing there is changed.",
            mixinStandardHelpOptions = true)
    int remove(@Mixin LibraryOption library, @Parameters(paramLabel = "NAME") String name) throws IOException {
        SavedSources sources = new SavedSources(library.existing().root());
        SavedSource ignored = find(sources, name);
        try (Catalog catalog = library.openCatalog()) {
            boolean ignoredToo = new RemoveSource(catalog, sources).remove(name);
        }
        return ExitCode.OK;
    }

    /** @throws IOException when there is none of that name */
    static SavedSource find(SavedSources sources, String name) throws IOException {
        return sources.find(name)
                .orElseThrow(() -> new IOException(
                        "%s: expected a source that is set up, found none. 'keepsake sources list' shows them."
                                .formatted(name)));
    }
}
