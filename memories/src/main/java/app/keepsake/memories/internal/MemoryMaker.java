package app.keepsake.memories.internal;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.Telling;
import app.keepsake.memories.internal.select.Duplicates;
import app.keepsake.memories.internal.select.Selection;
import app.keepsake.memories.internal.select.Sequence;
import app.keepsake.memories.internal.select.Valence;
import app.keepsake.memories.internal.select.Worth;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Makes memories of drafts. Remembers which shots it chose from what, so that after a changed choice only those
 * memories are chosen anew that it touches.
 */
public final class MemoryMaker {
    private static final double LEAST_FULL = 0.5;

    private final Duplicates duplicates;
    private final String version;
    private final Map<String, Choosing> choosings = new HashMap<>();

    public MemoryMaker(Duplicates duplicates, String version) {
        this.duplicates = duplicates;
        this.version = version;
    }

    /**
     * What was chosen, and from what.
     *
     * @param pool indices of the draft's pool
     * @param narrowed what of it was looked at
     * @param emphasis on each of those
     */
    private record Choosing(int[] pool, List<Item> narrowed, double[] emphasis, List<Item> chosen) {}

    /** The pictures of a draft that could be shown. */
    public List<Item> showable(Draft draft) {
        return Selection.showable(draft.pool(), duplicates);
    }

    public Duplicates duplicates() {
        return duplicates;
    }

    /** The shots of a draft in order of time. */
    public List<Item> choose(Draft draft, ToDoubleFunction<Item> emphasis) {
        String key = draft.kind() + " " + draft.anchor();
        Choosing before = choosings.get(key);
        int[] pool = draft.pool().stream().mapToInt(Item::index).toArray();
        boolean isSamePool = before != null && Arrays.equals(before.pool, pool);
        List<Item> narrowed = isSamePool ? before.narrowed : Selection.narrowed(showable(draft));
        double[] factors = narrowed.stream().mapToDouble(emphasis).toArray();
        if (isSamePool && Arrays.equals(before.emphasis, factors)) {
            return before.chosen;
        }
        List<Item> chosen = Selection.choose(narrowed, Selection.length(narrowed.size()), emphasis);
        choosings.put(key, new Choosing(pool, narrowed, factors, chosen));
        return chosen;
    }

    public Memory memory(Draft draft, String id, List<Item> chosen, Telling telling) {
        List<Shot> shots = Sequence.of(chosen).stream()
                .map(placed -> new Shot(placed.item().id(), placed.role(), reason(placed, telling.words())))
                .toList();
        return new Memory(
                id,
                draft.kind(),
                draft.title(),
                draft.subtitle(),
                draft.firstDay(),
                draft.lastDay(),
                score(draft, chosen, telling),
                Valence.of(chosen),
                shots,
                version);
    }

    private static double score(Draft draft, List<Item> chosen, Telling telling) {
        double worth = chosen.stream()
                .mapToDouble(item -> Worth.of(item) * telling.rules().emphasis(item))
                .average()
                .orElse(0);
        double fullness = Math.min(1, (double) chosen.size() / Selection.MOST);
        return draft.weight()
                * telling.rules().emphasisOfKind(draft.kind())
                * worth
                * (LEAST_FULL + (1 - LEAST_FULL) * fullness);
    }

    private static String reason(Sequence.Placed placed, Words words) {
        Item item = placed.item();
        List<String> reasons = new ArrayList<>();
        switch (placed.role()) {
            case OPENING -> reasons.add(words.say("why.opening"));
            case CLOSING -> reasons.add(words.say("why.closing"));
            case BODY -> {}
        }
        if (item.favourite()) {
            reasons.add(words.say("why.favourite"));
        }
        if (item.faces() > 0) {
            reasons.add(words.say("why.faces", item.faces()));
        }
        if (item.clip()) {
            reasons.add(words.say("why.clip"));
        }
        if (!item.tags().isEmpty()) {
            reasons.add(words.say("why.shows", item.tags().getFirst()));
        }
        if (reasons.isEmpty()) {
            reasons.add(words.say("why.variety"));
        }
        return String.join(", ", reasons);
    }
}
