package app.keepsake.memories.internal;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.TellingContext;
import app.keepsake.memories.internal.select.Cover;
import app.keepsake.memories.internal.select.Selection;
import app.keepsake.memories.internal.select.Sequence;
import app.keepsake.memories.internal.select.Valence;
import app.keepsake.memories.internal.select.Worth;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Makes memories of drafts. Remembers which shots it chose from what, so that after a changed choice only those
 * memories are chosen anew that it touches.
 */
public final class MemoryMaker {
    private static final double LEAST_FULL = 0.5;
    /** A telling has some hundreds; those of days past are forgotten at times. */
    private static final int MOST = 5_000;

    private final String version;
    private final Map<String, Choosing> choosings = new ConcurrentHashMap<>();

    public MemoryMaker(String version) {
        this.version = version;
    }

    /**
     * What was chosen, and from what.
     *
     * @param pool the draft's
     * @param narrowed what of it was looked at
     * @param emphasis on each of those
     */
    private record Choosing(List<Item> pool, List<Item> narrowed, double[] emphasis, List<Item> chosen) {}

    /** The shots of a draft in order of time. May be called by several threads at once. */
    public List<Item> choose(Draft draft, TellingContext context, ToDoubleFunction<Item> emphasis) {
        String key = draft.kind() + " " + draft.anchor();
        Choosing before = choosings.get(key);
        if (before != null && before.pool != draft.pool()) {
            before = null;
        }
        List<Item> narrowed = before != null ? before.narrowed : Selection.narrowed(context.showable(draft));
        double[] factors = narrowed.stream().mapToDouble(emphasis).toArray();
        if (before != null && Arrays.equals(before.emphasis, factors)) {
            return before.chosen;
        }
        List<Item> chosen = Selection.choose(narrowed, Selection.length(narrowed.size()), emphasis);
        if (choosings.size() >= MOST) {
            choosings.clear();
        }
        choosings.put(key, new Choosing(draft.pool(), narrowed, factors, chosen));
        return chosen;
    }

    public Memory memory(Draft draft, String id, List<Item> chosen, TellingContext context) {
        List<Shot> shots = Sequence.of(chosen).stream()
                .map(placed -> new Shot(placed.item().id(), placed.role(), reason(placed, context.words())))
                .toList();
        return new Memory(
                        id,
                        draft.kind(),
                        draft.title(),
                        draft.subtitle(),
                        draft.firstDay(),
                        draft.lastDay(),
                        score(draft, chosen, context),
                        Valence.of(chosen),
                        shots,
                        version)
                .coveredBy(Cover.of(chosen, Set.of()));
    }

    private static double score(Draft draft, List<Item> chosen, TellingContext context) {
        double worth = chosen.stream()
                .mapToDouble(item -> Worth.of(item) * context.rules().emphasis(item))
                .average()
                .orElse(0);
        double fullness = Math.min(1, (double) chosen.size() / Selection.MOST);
        return draft.weight()
                * context.rules().emphasisOfKind(draft.kind())
                * worth
                * (LEAST_FULL + (1 - LEAST_FULL) * fullness);
    }

    private static String reason(Sequence.Placed placed, Words words) {
        Item item = placed.item();
        List<String> reasons = new ArrayList<>();
        switch (placed.role()) {
            case OPENING -> reasons.add(words.text("why.opening"));
            case CLOSING -> reasons.add(words.text("why.closing"));
            case BODY -> {}
        }
        if (item.favourite()) {
            reasons.add(words.text("why.favourite"));
        }
        if (item.faces() > 0) {
            reasons.add(words.text("why.faces", item.faces()));
        }
        if (item.clip()) {
            reasons.add(words.text("why.clip"));
        }
        item.mainTag().ifPresent(tag -> reasons.add(words.text("why.shows", words.tag(tag))));
        if (reasons.isEmpty()) {
            reasons.add(words.text("why.variety"));
        }
        return String.join(", ", reasons);
    }
}
