package app.keepsake.memories.internal;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Showing;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.TellingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what to show on a day, with an eye on what was shown before. */
public final class FeaturedSelection {
    private static final int MEMORY_OF_DAYS = 365;
    private static final int LATELY_DAYS = 7;
    /** An asset that was shown in the last year is worth so much less. */
    private static final double SEEN_FACTOR = 0.25;
    /** Each memory of the same kind within a week makes the next worth less. */
    private static final double SAME_KIND_FACTOR = 0.85;

    private static final double MOST_SHARED = 0.5;

    private final MemoryMaker maker;
    private final TellingContext context;
    private final Set<String> shownIds = new HashSet<>();
    private final Set<Long> seen = new HashSet<>();
    private final List<Set<Long>> shownSets = new ArrayList<>();
    private final Map<String, Integer> kindsLately = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(Draft draft, Memory memory, double rank) {}

    public FeaturedSelection(MemoryMaker maker, TellingContext context, List<Showing> shown) {
        this.maker = maker;
        this.context = context;
        LocalDate today = context.today();
        for (Showing showing : shown) {
            if (showing.day().isBefore(today) && showing.day().isAfter(today.minusDays(MEMORY_OF_DAYS))) {
                shownIds.add(showing.memoryId());
                seen.addAll(showing.assetIds());
                shownSets.add(Set.copyOf(showing.assetIds()));
                if (showing.day().isAfter(today.minusDays(LATELY_DAYS + 1L))) {
                    kindsLately.merge(showing.kind(), 1, Integer::sum);
                }
            }
        }
    }

    public void consider(Draft draft, Memory memory) {
        if (!shownIds.contains(memory.id())) {
            double factor = Math.pow(SAME_KIND_FACTOR, kindsLately.getOrDefault(memory.kind(), 0));
            candidates.add(new Candidate(draft, memory, memory.score() * factor));
        }
    }

    public List<Memory> choose(int count) {
        candidates.sort(Comparator.comparingDouble(Candidate::rank)
                .reversed()
                .thenComparing(candidate -> candidate.memory.id()));
        List<Memory> chosen = new ArrayList<>();
        List<Set<Long>> sets = new ArrayList<>(shownSets);
        for (Candidate candidate : candidates) {
            if (chosen.size() == count) {
                break;
            }
            fresh(candidate, sets).ifPresent(memory -> {
                chosen.add(memory);
                sets.add(assets(memory));
            });
        }
        return List.copyOf(chosen);
    }

    /** The memory with shots that were not shown of late, where there are enough of them. */
    private Optional<Memory> fresh(Candidate candidate, List<Set<Long>> before) {
        if (!sharesTooMuch(assets(candidate.memory), before)) {
            return Optional.of(candidate.memory);
        }
        List<Item> chosen = maker.choose(candidate.draft, context, this::emphasis);
        Memory memory = maker.memory(candidate.draft, candidate.memory.id(), chosen, context);
        return sharesTooMuch(assets(memory), before) ? Optional.empty() : Optional.of(memory);
    }

    private double emphasis(Item item) {
        return context.rules().emphasis(item) * (seen.contains(item.id()) ? SEEN_FACTOR : 1);
    }

    private static Set<Long> assets(Memory memory) {
        Set<Long> assets = new HashSet<>();
        for (Shot shot : memory.shots()) {
            assets.add(shot.assetId());
        }
        return assets;
    }

    private static boolean sharesTooMuch(Set<Long> assets, List<Set<Long>> others) {
        for (Set<Long> other : others) {
            long shared = assets.stream().filter(other::contains).count();
            if (shared > MOST_SHARED * Math.min(assets.size(), other.size())) {
                return true;
            }
        }
        return false;
    }
}
