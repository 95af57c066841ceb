package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.Explanation.Reason;
import app.keepsake.operations.memories.ExplainMemory;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Tells why a memory is told, why each shot was chosen, and why the others were not.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MEMORY", description = "A memory's name, as the command memories lists them.")
    private String memory = "";

    @Option(names = "--date", paramLabel = "D", description = "As of this day, like 2024-05-31 (default: today).")
    private @Nullable LocalDate date;

    @Option(names = "--all", description = "Names each picture that was not chosen, instead of counting them.")
    private boolean all;

    @Mixin
    private OutputOptions output = new OutputOptions();

    static ExplainCommand of(Errand.Explain errand, LibraryOption library, CommandSpec spec) {
        ExplainCommand command = new ExplainCommand();
        command.memory = errand.memory();
        command.all = true;
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.out();
        try (Catalog catalog = output.openCatalog()) {
            Explanation explanation = new ExplainMemory(catalog, Locale.getDefault())
                    .of(memory, date == null ? LocalDate.now() : date)
                    .orElseThrow(() -> new IOException(
                            "%s: expected the name of a memory that can be told on that day, found none. Run 'keepsake memories' to see them."
                                    .formatted(memory)));
            if (output.isToAProgram()) {
                output.line(toJson(explanation, catalog));
            } else {
                print(explanation, catalog, out);
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    private void print(Explanation explanation, Catalog catalog, PrintWriter out) {
        out.println(MemoriesCommand.name(explanation.memory()));
        out.println(explanation.why());
        out.println();
        out.println("Shots:");
        explanation
                .chosen()
                .forEach(one -> out.println("  " + MemoriesCommand.file(one.assetId(), catalog) + ": " + one.reason()));
        out.println();
        out.println("Not chosen:");
        if (all) {
            explanation
                    .notChosen()
                    .forEach(one ->
                            out.println("  " + MemoriesCommand.file(one.assetId(), catalog) + ": " + one.reason()));
        } else {
            Map<String, Integer> counts = new TreeMap<>();
            explanation.notChosen().forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
            counts.forEach((reason, count) -> out.printf("  %d: %s%n", count, reason));
        }
    }

    private static Map<String, Object> toJson(Explanation explanation, Catalog catalog) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", explanation.memory().id());
        told.put("kind", explanation.memory().kind());
        told.put("title", explanation.memory().title());
        told.put("subtitle", explanation.memory().subtitle());
        told.put("why", explanation.why());
        told.put("shots", reasons(explanation.chosen(), catalog));
        told.put("notChosen", reasons(explanation.notChosen(), catalog));
        return told;
    }

    private static List<Map<String, Object>> reasons(List<Reason> reasons, Catalog catalog) {
        return reasons.stream()
                .map(one -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("asset", one.assetId());
                    told.put("file", MemoriesCommand.file(one.assetId(), catalog));
                    told.put("reason", one.reason());
                    told.put("showable", one.showable());
                    return told;
                })
                .toList();
    }
}
