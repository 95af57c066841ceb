package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Flag;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "kept-out",
        description = "Lists photos and clips that are kept out of memories because of what they seem to be, and why."
                + " Nothing is deleted.",
        mixinStandardHelpOptions = true,
        footer = {"", "\"keepsake choices keep FILE\" brings one back."})
final class KeptOutCommand implements Callable<Integer> {
    @Option(names = "--kind", paramLabel = "KIND", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Flag.@Nullable Kind kind;

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int[] count = new int[1];
        try (Catalog catalog = library.openCatalog()) {
            catalog.assets().each(view -> {
                Optional<Flag> flag = view.flags().stream().max(Comparator.comparingDouble(Flag::probability));
                boolean asked = flag.isPresent() && (kind == null || flag.get().kind() == kind);
                if (asked && flag.get().probability() >= Flag.LIKELY && ShownAsset.isKeptOut(view, catalog)) {
                    count[0]++;
                    print(view.files().getFirst().toString(), flag.get(), out);
                }
            });
        }
        if (count[0] == 0 && !json) {
            out.println("Nothing is kept out.");
        }
        out.flush();
        return ExitCode.OK;
    }

    private void print(String file, Flag flag, PrintWriter out) {
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("file", file);
            told.putAll(ShownAsset.of(flag));
            out.println(Json.line(told));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s%n    %s, %.0f %%: %s%n",
                    file,
                    flag.kind().name().toLowerCase(Locale.ROOT),
                    100 * flag.probability(),
                    flag.reason());
        }
    }
}
