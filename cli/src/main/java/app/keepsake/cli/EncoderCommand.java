package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.encoder.EncodePhotos;
import app.keepsake.operations.encoder.UseEncoder;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.unread.ReadUnread;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "encoder",
        description = {
            "Finds pictures by meaning, with an encoder of your own: the two networks of a CLIP as ONNX files, which put"
                    + " pictures and words into one space. None comes with Keepsake.",
            "A folder is read as Immich or Hugging Face lay it out: visual/model.onnx and textual/model.onnx, or"
                    + " onnx/vision_model.onnx and onnx/text_model.onnx, with tokenizer.json (or vocab.json and"
                    + " merges.txt). Once it has seen your photos, 'search' also finds what no word says, such as"
                    + " \"children splashing in a fountain\"."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class EncoderCommand {
    private static final int A_YEAR = 60 * 24 * 366;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    static DurableFile<Settings> settings(LibraryFolder library) {
        return new DurableFile<>(library.root().resolve("settings.json"), Settings.class, Settings.INITIAL);
    }

    @Command(
            name = "use",
            description = "Tries the encoder in a folder, and uses it if it can be run; says why if not.",
            mixinStandardHelpOptions = true)
    int use(
            @Mixin LibraryOption library,
            @Parameters(paramLabel = "DIR", description = "The folder with its files.") Path folder)
            throws IOException {
        LibraryFolder there = library.existing();
        try (Catalog catalog = there.openCatalog()) {
            new UseEncoder(catalog, settings(there)).set(folder);
        }
        out().println("It can be run. The service lets it see your photos when there is time; to do so now:");
        out().println("  keepsake encoder look");
        out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "look",
            description = "Lets it see photos that it has not seen. Ctrl-C stops; the next run goes on from there.",
            mixinStandardHelpOptions = true)
    int look(
            @Mixin LibraryOption library,
            @Option(
                            names = "--minutes",
                            paramLabel = "N",
                            description =
                                    "Begin no other photo after so many minutes (default: go on until all are seen).")
                    @Nullable
                    Integer minutes)
            throws IOException {
        LibraryFolder there = library.existing();
        try (Interruption interruption = new Interruption()) {
            ReadUnread.Report report = look(there, minutes == null ? A_YEAR : minutes, interruption);
            out().printf("%d photos seen; %d are left.%n", report.read(), report.left());
            out().flush();
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    private static ReadUnread.Report look(LibraryFolder library, int minutes, Interruption interruption)
            throws IOException {
        try (Catalog catalog = library.openCatalog();
                EncodePhotos encoding = new EncodePhotos(catalog, set(library));
                UnreadBar bar = new UnreadBar("Seeing")) {
            return encoding.run(Duration.ofMinutes(minutes), interruption::requested, bar);
        }
    }

    private static Settings.Encoder set(LibraryFolder library) throws IOException {
        return settings(library)
                .read()
                .encoder()
                .orElseThrow(() ->
                        new IOException("No encoder is set. \"keepsake encoder use DIR\" sets the one in a folder."));
    }

    @Command(
            name = "status",
            description = "Which one is used, and how many photos it has seen.",
            mixinStandardHelpOptions = true)
    int status(@Mixin LibraryOption library) throws IOException {
        LibraryFolder there = library.existing();
        Optional<Settings.Encoder> set = settings(there).read().encoder();
        if (set.isEmpty()) {
            out().println("No encoder is set. \"keepsake encoder use DIR\" sets the one in a folder.");
        } else {
            try (Catalog catalog = there.openCatalog()) {
                String version = set.get().version();
                out().printf(
                                "%s has seen %d photos; %d are left.%n",
                                set.get().folder(),
                                catalog.encodings().count(version),
                                catalog.encodings()
                                        .countUnread(version, catalog.assets().unseen()));
            }
        }
        out().flush();
        return ExitCode.OK;
    }

    @Command(
            name = "off",
            description = "Uses it no more, and forgets all that it said of photos.",
            mixinStandardHelpOptions = true)
    int off(@Mixin LibraryOption library) throws IOException {
        LibraryFolder there = library.existing();
        try (Catalog catalog = there.openCatalog()) {
            new UseEncoder(catalog, settings(there)).off();
        }
        out().println("Forgotten. Search finds pictures by words alone.");
        out().flush();
        return ExitCode.OK;
    }

    static Callable<Integer> of(Errand.UseEncoder errand, LibraryOption library) {
        return () -> {
            LibraryFolder there = library.existing();
            try (Catalog catalog = there.openCatalog()) {
                Path folder = Path.of(errand.folder());
                if (!folder.isAbsolute()) {
                    throw new IOException(
                            "Expected a folder by its whole path, found \"%s\".".formatted(errand.folder()));
                }
                new UseEncoder(catalog, settings(there)).set(folder);
            }
            return ExitCode.OK;
        };
    }

    static Callable<Integer> of(Errand.DropEncoder errand, LibraryOption library) {
        return () -> {
            LibraryFolder there = library.existing();
            try (Catalog catalog = there.openCatalog()) {
                new UseEncoder(catalog, settings(there)).off();
            }
            return ExitCode.OK;
        };
    }

    static Callable<Integer> of(Errand.Encode errand, LibraryOption library, CommandSpec spec) {
        return () -> {
            OutputOptions output = OutputOptions.aProgram(library, spec);
            try (Interruption interruption = new Interruption()) {
                ReadUnread.Report report = look(library.existing(), errand.minutes(), interruption);
                output.line(Map.of("read", report.read(), "left", report.left()));
                output.out().flush();
                return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
            }
        };
    }
}
