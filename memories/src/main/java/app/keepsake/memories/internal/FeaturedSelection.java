package app.keepsake.memories.internal;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Showing;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.TellingContext;
import app.keepsake.memories.internal.select.Cover;
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

    /** Part of the shots that may be shared with what was shown on days before. */
    private static final double SHARED_WITH_BEFORE = 0.5;
    /** The same with what is shown on the same day. */
    private static final double SHARED_TODAY = 1 / 3.0;

    private final MemoryMaker maker;
    private final TellingContext context;
    private final Set<String> shownIds = new HashSet<>();
    private final Set<Long> seen = new HashSet<>();
    /** Of all that could be shown, so that no picture stands for two. */
    private final Set<Long> covers = new HashSet<>();

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
        candidates.forEach(candidate -> covers.add(candidate.memory.cover()));
        List<Memory> chosen = new ArrayList<>();
        List<Set<Long>> today = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (chosen.size() == count) {
                break;
            }
            fresh(candidate, today).ifPresent(memory -> {
                chosen.add(memory);
                today.add(assets(memory));
            });
        }
        return List.copyOf(chosen);
    }

    /** The memory with shots that were not shown of late, where there are enough of them. */
    private Optional<Memory> fresh(Candidate candidate, List<Set<Long>> today) {
        if (isFresh(candidate.memory, today)) {
            return Optional.of(candidate.memory);
        }
        List<Item> chosen = maker.choose(candidate.draft, context, this::emphasis);
        Memory memory = maker.memory(candidate.draft, candidate.memory.id(), chosen, context);
        if (!isFresh(memory, today)) {
            return Optional.empty();
        }
        long cover = Cover.of(chosen, covers);
        covers.add(cover);
        return Optional.of(memory.coveredBy(cover));
    }

    private boolean isFresh(Memory memory, List<Set<Long>> today) {
        Set<Long> assets = assets(memory);
        return !sharesTooMuch(assets, shownSets, SHARED_WITH_BEFORE) && !sharesTooMuch(assets, today, SHARED_TODAY);
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

    private static boolean sharesTooMuch(Set<Long> assets, List<Set<Long>> others, double most) {
        for (Set<Long> other : others) {
            long shared = assets.stream().filter(other::contains).count();
            if (shared > most * Math.min(assets.size(), other.size())) {
                return true;
            }
        }
        return false;
    }
}
