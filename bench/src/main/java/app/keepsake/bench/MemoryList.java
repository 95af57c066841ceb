package app.keepsake.bench;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.FirstPage;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import app.keepsake.simulator.Habits;
import app.keepsake.simulator.Simulator;
import app.keepsake.simulator.Story;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Lists all memories of a simulated family, or of a library, to be judged by people. Nothing is written. */
@Command(
        name = "memory-list",
        description =
                "Lists every memory of a simulated family or of a library, for people to judge, and the first page.",
        mixinStandardHelpOptions = true)
final class MemoryList implements Callable<Integer> {
    private static final int A_DAY = 3;

    @Option(names = "--library", paramLabel = "DIR", description = "A library's folder, instead of a simulated family.")
    private @Nullable Path library;

    @Option(names = "--seed", defaultValue = "1", description = "Of the simulated family (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--assets", defaultValue = "5000", description = "About so many (${DEFAULT-VALUE}).")
    private int assets;

    @Option(names = "--untidy", description = "A life that is more complicated than the rules.")
    private boolean untidy;

    @Option(names = "--date", defaultValue = "2024-06-01", description = "As of this day (${DEFAULT-VALUE}).")
    private LocalDate date = LocalDate.EPOCH;

    @Option(names = "--german", description = "In German.")
    private boolean german;

    @Override
    public Integer call() {
        Storyteller teller = new Storyteller(read(), german ? Locale.GERMANY : Locale.US);
        List<Memory> memories = teller.makeMemories(date, List.of());
        PrintStream out = System.out;
        Map<String, Set<Long>> shots = new HashMap<>();
        memories.forEach(memory -> shots.put(memory.id(), shots(memory)));
        for (Memory memory : memories) {
            String why = teller.explain(memory.id(), date, List.of())
                    .map(Explanation::why)
                    .orElse("");
            out.printf(
                    Locale.ROOT,
                    "%s | %s | %s | %s..%s | %d shots, score %.2f | %s%n",
                    memory.title(),
                    memory.subtitle(),
                    memory.kind(),
                    memory.firstDay(),
                    memory.lastDay(),
                    memory.shots().size(),
                    memory.score(),
                    why);
            memories.stream()
                    .filter(other ->
                            shared(shots, memory, other) * 3 > memory.shots().size() && other != memory)
                    .forEach(other ->
                            out.printf("    shares %d with: %s%n", shared(shots, memory, other), other.title()));
        }
        Set<String> today = new HashSet<>();
        teller.feature(date, List.of(), List.of(), A_DAY).forEach(memory -> today.add(memory.id()));
        out.println("The first page:");
        for (FirstPage.Section section : FirstPage.of(memories, today, A_DAY, List.of())) {
            out.println("  " + section.part());
            section.memories()
                    .forEach(placed -> out.printf(
                            "    %s | %s | cover %d%n",
                            placed.memory().title(), placed.memory().subtitle(), placed.cover()));
        }
        return ExitCode.OK;
    }

    private Library read() {
        if (library != null) {
            try (Catalog catalog = Catalog.open(new CatalogLocation.InFile(library.resolve("catalog.db")))) {
                return Library.read(catalog);
            }
        }
        Library.Builder builder = new Library.Builder(Story.people());
        Habits habits = untidy ? Habits.UNTIDY : Habits.TIDY;
        Simulator.live(Story.of(seed), assets, habits, seed, builder::add);
        return builder.build();
    }

    private static Set<Long> shots(Memory memory) {
        Set<Long> shots = new HashSet<>();
        memory.shots().stream().map(Shot::assetId).forEach(shots::add);
        return shots;
    }

    private static long shared(Map<String, Set<Long>> shots, Memory memory, Memory other) {
        Set<Long> others = shots.getOrDefault(other.id(), Set.of());
        return shots.getOrDefault(memory.id(), Set.of()).stream()
                .filter(others::contains)
                .count();
    }
}
