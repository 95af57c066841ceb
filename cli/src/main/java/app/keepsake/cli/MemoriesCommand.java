package app.keepsake.cli;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.operations.memories.FeatureMemories;
import app.keepsake.operations.memories.TellMemories;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

@Command(
        name = "memories",
        description = "Lists the memories that can be told, the best first.",
        mixinStandardHelpOptions = true)
final class MemoriesCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--date", paramLabel = "D", description = "As of this day, like 2024-05-31 (default: today).")
    private @Nullable LocalDate date;

    @Option(
            names = "--feature",
            paramLabel = "N",
            description = "Only the N to show on that day, and notes that they were shown: for a year they, and what"
                    + " shares more than half of their shots, are not featured again.")
    private int feature;

    static MemoriesCommand of(Errand.Memories errand, LibraryOption library, CommandSpec spec) {
        MemoriesCommand command = new MemoriesCommand();
        command.feature = errand.feature();
        command.output = OutputOptions.aProgram(library, spec);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.out();
        try (Catalog catalog = output.openCatalog()) {
            LocalDate day = date == null ? LocalDate.now() : date;
            Locale locale = Locale.getDefault();
            List<Memory> memories = feature > 0
                    ? new FeatureMemories(catalog, locale).on(day, feature)
                    : new TellMemories(catalog, locale).on(day);
            if (output.isToAProgram()) {
                memories.forEach(memory -> output.line(toJson(memory, catalog)));
            } else if (memories.isEmpty()) {
                out.println("No memories yet. Index a folder with photos of at least one event first.");
            } else {
                memories.forEach(memory -> out.printf("%-36s %s%n", memory.id(), line(memory)));
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    /** What to say of a name that no memory has. */
    static IOException unknown(String id) {
        return new IOException(
                "%s: expected the name of a memory, found none of that name. Run 'keepsake memories' to see them."
                        .formatted(id));
    }

    /** Title and subtitle; those of undated pictures have none. */
    static String name(Memory memory) {
        return memory.subtitle().isEmpty() ? memory.title() : memory.title() + " \u00b7 " + memory.subtitle();
    }

    /** Its name and how long it is. */
    static String line(Memory memory) {
        int shots = memory.shots().size();
        return name(memory) + (shots == 1 ? ", 1 shot" : ", " + shots + " shots");
    }

    static Map<String, Object> toJson(Memory memory, Catalog catalog) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", memory.id());
        told.put("kind", memory.kind());
        told.put("title", memory.title());
        told.put("subtitle", memory.subtitle());
        told.put("firstDay", memory.firstDay().toString());
        told.put("lastDay", memory.lastDay().toString());
        told.put("score", Math.round(memory.score() * 10_000) / 10_000.0);
        told.put("valence", Math.round(memory.valence() * 100) / 100.0);
        told.put(
                "shots",
                memory.shots().stream().map(shot -> toJson(shot, catalog)).toList());
        return told;
    }

    /** The first file that holds an asset; empty when all are gone. */
    static String file(long assetId, Catalog catalog) {
        return catalog.assets().view(assetId).map(AssetView::files).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }

    private static Map<String, Object> toJson(Shot shot, Catalog catalog) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", file(shot.assetId(), catalog));
        told.put("role", shot.role().name().toLowerCase(Locale.ROOT));
        told.put("reason", shot.reason());
        return told;
    }
}
