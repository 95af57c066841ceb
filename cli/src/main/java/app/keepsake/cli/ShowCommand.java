package app.keepsake.cli;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.FileState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = "Tells everything that is known of indexed photos and clips: date, place, people, what they show,"
                + " how good they are, and what keeps them out of memories.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Indexed photos and clips.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        boolean partial = false;
        PrintWriter out = spec.commandLine().getOut();
        try (Catalog catalog = library.openCatalog()) {
            for (Path file : files) {
                Optional<FileState> state = catalog.files().known(file);
                Optional<AssetView> view = state.map(FileState::assetId)
                        .filter(id -> id.isPresent())
                        .flatMap(id -> catalog.assets().view(id.getAsLong()));
                if (view.isPresent()) {
                    print(ShownAsset.of(file, view.get(), catalog), out);
                } else {
                    partial = true;
                    spec.commandLine().getErr().println(file + ": " + whyUnknown(state));
                }
            }
        }
        out.flush();
        return partial ? ExitCode.PARTIAL : ExitCode.OK;
    }

    private static String whyUnknown(Optional<FileState> state) {
        return state.flatMap(FileState::problem)
                .orElse("expected an indexed photo or clip, found none of that path. Index its folder first.");
    }

    private void print(Map<String, Object> shown, PrintWriter out) {
        if (json) {
            out.println(Json.line(shown));
            return;
        }
        shown.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                list.forEach(one -> out.printf("%-14s %s%n", name, ShownAsset.inWords(one)));
            } else {
                out.printf("%-14s %s%n", name, ShownAsset.inWords(value));
            }
        });
        out.println();
    }
}
