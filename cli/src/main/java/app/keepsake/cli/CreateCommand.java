package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Memory;
import app.keepsake.operations.memories.CreateMemory;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description =
                "Makes a memory on request: people, places, times and what pictures show, in any order and in your own"
                        + " words (English; German for what Keepsake has a word for).",
        mixinStandardHelpOptions = true)
final class CreateCommand implements Callable<Integer> {
    private static final String NONE_FIT =
            "\"%s\": expected pictures that fit, found none that may be shown. Ask for less at once, or look at \"keepsake choices list\".";

    static final String NONE_OF_ALBUM =
            "Expected an album with pictures to make a film of, found none that can be shown. Choose another album, or look at \"keepsake choices list\".";

    private static final String NONE_OF_SELECTION =
            "Expected pictures to make a film of, found none that can be shown. Choose others, or look at \"keepsake choices list\".";

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "For example \"Anna at the beach 2023\".")
    private List<String> request = List.of();

    private OptionalLong album = OptionalLong.empty();
    private Set<ContentHash> pictures = Set.of();

    @Option(names = "--date", paramLabel = "D", description = "As of this day, like 2024-05-31 (default: today).")
    private @Nullable LocalDate date;

    @Mixin
    private OutputOptions output = new OutputOptions();

    static CreateCommand of(Errand.Create errand, LibraryOption library, CommandSpec spec) {
        CreateCommand command = new CreateCommand();
        command.request = List.of(errand.words());
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    static CreateCommand of(Errand.OfAlbum errand, LibraryOption library, CommandSpec spec) {
        CreateCommand command = new CreateCommand();
        command.album = OptionalLong.of(errand.album());
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    static CreateCommand of(Errand.OfSelection errand, LibraryOption library, CommandSpec spec) {
        CreateCommand command = new CreateCommand();
        command.pictures = errand.pictures().stream().map(ContentHash::parse).collect(Collectors.toSet());
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    private CreateMemory.Created create(Catalog catalog, String words) {
        CreateMemory creating = new CreateMemory(catalog, Locale.getDefault());
        LocalDate day = date == null ? LocalDate.now() : date;
        if (!pictures.isEmpty()) {
            return new CreateMemory.Created(List.of(), creating.ofSelection(pictures, day));
        }
        return album.isPresent()
                ? new CreateMemory.Created(List.of(), creating.ofAlbum(album.getAsLong(), day))
                : creating.of(words, day);
    }

    private String none(String words) {
        if (!pictures.isEmpty()) {
            return NONE_OF_SELECTION;
        }
        return album.isPresent() ? NONE_OF_ALBUM : NONE_FIT.formatted(words);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.out();
        String words = String.join(" ", request);
        try (Catalog catalog = output.openCatalog()) {
            CreateMemory.Created created = create(catalog, words);
            Memory memory = created.memory().orElseThrow(() -> new IOException(none(words)));
            if (output.isToAProgram()) {
                Map<String, Object> told = MemoriesCommand.toJson(memory, catalog);
                told.put("readings", created.readings());
                output.line(told);
            } else {
                created.readings().forEach(out::println);
                out.printf(
                        "%s: %s. \"keepsake movie %s\" makes the film.%n",
                        memory.id(), MemoriesCommand.line(memory), memory.id());
            }
            out.flush();
        }
        return ExitCode.OK;
    }
}
