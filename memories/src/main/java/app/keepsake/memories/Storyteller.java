package app.keepsake.memories;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.internal.Insight;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.Kind;
import app.keepsake.memories.internal.kinds.Telling;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.select.Selection;
import app.keepsake.memories.internal.select.Sequence;
import app.keepsake.memories.internal.select.Worth;
import app.keepsake.memories.internal.words.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes memories of a library. The same library, day, choices and language give the same memories, to the last byte.
 * Not safe for use by several threads.
 */
public final class Storyteller {
    /** Of what this class and all below it compute. */
    public static final String VERSION = "memories-1";

    private final Insight insight;
    private final Words words;

    public Storyteller(Library library, Locale locale) {
        this.insight = new Insight(library);
        this.words = new Words(locale);
    }

    /** All memories that can be told on a day, the best first. */
    public List<Memory> tell(LocalDate today, List<Choice> choices) {
        Rules rules = new Rules(choices);
        Telling telling = new Telling(insight, rules, today, words);
        List<Memory> memories = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Kind kind : Kind.ALL) {
            if (rules.allowsKind(kind.key())) {
                for (Draft draft : kind.drafts(telling)) {
                    tell(draft, rules, ids).ifPresent(memories::add);
                }
            }
        }
        memories.sort(Comparator.comparingDouble(Memory::score).reversed().thenComparing(Memory::id));
        return List.copyOf(memories);
    }

    /** One memory of all that lies in a folder and below it; empty when nothing there may be shown. */
    public Optional<Memory> ofFolder(Path folder, LocalDate today, List<Choice> choices) {
        String path = folder.toAbsolutePath().normalize().toString();
        Rules rules = new Rules(choices);
        List<Item> pool = new Telling(insight, rules, today, words)
                .pool(insight.items().stream()
                        .filter(item ->
                                item.folder().equals(path) || item.folder().startsWith(path + "/"))
                        .toList());
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = pool.getFirst().day();
        LocalDate last = pool.getLast().day();
        String name = folder.toAbsolutePath().normalize().getFileName() == null
                ? path
                : folder.toAbsolutePath().normalize().getFileName().toString();
        Draft draft = new Draft("folder", path, name, name, words.period(first, last), first, last, pool, 1);
        return Optional.of(memory(draft, Selection.showable(pool), rules, new HashSet<>()));
    }

    private Optional<Memory> tell(Draft draft, Rules rules, Set<String> ids) {
        List<Item> showable = Selection.showable(draft.pool());
        int fewest = draft.kind().equals("highlights") ? 1 : Selection.FEWEST;
        return showable.size() < fewest ? Optional.empty() : Optional.of(memory(draft, showable, rules, ids));
    }

    private Memory memory(Draft draft, List<Item> showable, Rules rules, Set<String> ids) {
        List<Item> chosen = Selection.choose(showable, Selection.length(showable.size()), rules::emphasis);
        List<Shot> shots = Sequence.of(chosen).stream()
                .map(placed -> new Shot(placed.item().id(), placed.role(), reason(placed)))
                .toList();
        return new Memory(
                id(draft, ids),
                draft.kind(),
                draft.title(),
                draft.subtitle(),
                draft.firstDay(),
                draft.lastDay(),
                score(draft, chosen, rules),
                shots,
                VERSION);
    }

    private static double score(Draft draft, List<Item> chosen, Rules rules) {
        double sum = chosen.stream()
                .mapToDouble(item -> Worth.of(item) * rules.emphasis(item))
                .sum();
        double mean = sum / Math.max(1, chosen.size());
        double fullness = Math.min(1, (double) chosen.size() / Selection.MOST);
        return draft.weight() * rules.emphasisOfKind(draft.kind()) * mean * (0.5 + 0.5 * fullness);
    }

    private String reason(Sequence.Placed placed) {
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

    private static String id(Draft draft, Set<String> taken) {
        return MemoryId.of(draft.firstDay(), draft.slug(), draft.kind() + " " + draft.anchor(), taken);
    }
}
