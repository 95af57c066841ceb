package app.keepsake.memories;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Showing;
import app.keepsake.memories.internal.Insight;
import app.keepsake.memories.internal.MemoryMaker;
import app.keepsake.memories.internal.Premiere;
import app.keepsake.memories.internal.Reasons;
import app.keepsake.memories.internal.Suggestions;
import app.keepsake.memories.internal.group.Departures.Departure;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.Kind;
import app.keepsake.memories.internal.kinds.OfFolder;
import app.keepsake.memories.internal.kinds.OnRequest;
import app.keepsake.memories.internal.kinds.Pools;
import app.keepsake.memories.internal.kinds.Telling;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.words.Holidays;
import app.keepsake.memories.internal.words.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes memories of a library. The same library, day, choices and language give the same memories, to the last byte.
 * Keep it while choices change: it remembers what they do not touch. Not safe for use by several threads.
 */
public final class Storyteller {
    /** Of what this class and all below it compute. */
    public static final String VERSION = "memories-1";

    /** Just below the valence from which on films are lively. */
    private static final double GENTLE = -0.01;

    private final Insight insight;
    private final Words words;
    private final Holidays holidays = new Holidays();
    private final MemoryMaker maker;
    private final Pools pools;
    private final Map<String, List<String>> formerIds = new HashMap<>();

    public Storyteller(Library library, Locale locale) {
        this.insight = new Insight(library);
        this.words = new Words(locale);
        this.pools = new Pools(insight);
        this.maker = new MemoryMaker(VERSION);
    }

    private Telling telling(LocalDate today, List<Choice> choices) {
        return new Telling(insight, new Rules(choices, holidays), today, words, holidays, pools);
    }

    /** All memories that can be told on a day, the best first. Some of them may share many shots. */
    public List<Memory> tell(LocalDate today, List<Choice> choices) {
        return told(telling(today, choices)).stream().map(Told::memory).toList();
    }

    /** What a memory that was told here may have been called when people had other names or numbers, the likeliest first. */
    public List<String> formerIds(String memoryId) {
        return formerIds.getOrDefault(memoryId, List.of());
    }

    /** A memory with what it was made of. */
    private record Told(Draft draft, List<Item> chosen, Memory memory) {}

    private List<Told> told(Telling telling) {
        // Kinds, and the choices of shots below, do not depend on each other.
        List<Draft> drafts = Kind.ALL.parallelStream()
                .filter(kind -> telling.rules().forbiddingKind(kind.key()).isEmpty())
                .flatMap(kind -> kind.drafts(telling).stream())
                .toList();
        List<List<Item>> chosen = drafts.parallelStream()
                .map(draft -> maker.choose(draft, telling, telling.rules()::emphasis))
                .toList();
        List<Told> told = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            told(drafts.get(i), chosen.get(i), telling, ids).ifPresent(told::add);
        }
        told.sort(Comparator.comparingDouble((Told one) -> one.memory.score())
                .reversed()
                .thenComparing(one -> one.memory.id()));
        return told;
    }

    private Optional<Told> told(Draft draft, Telling telling) {
        List<Item> chosen = maker.choose(draft, telling, telling.rules()::emphasis);
        return told(draft, chosen, telling, new HashSet<>());
    }

    private Optional<Told> told(Draft draft, List<Item> chosen, Telling telling, Set<String> ids) {
        if (chosen.size() < draft.leastShots()) {
            return Optional.empty();
        }
        String id = MemoryId.of(draft.firstDay(), draft.slug(), draft.kind() + " " + draft.anchor(), ids);
        formerIds.put(
                id,
                draft.former().stream()
                        .map(before -> MemoryId.of(
                                draft.firstDay(), before.slug(), draft.kind() + " " + before.anchor(), new HashSet<>()))
                        .toList());
        return Optional.of(new Told(draft, chosen, maker.memory(draft, id, chosen, telling)));
    }

    /**
     * The memories to show on a day, the first one first: none that was shown in the year before, no two that share
     * more than half of their shots, none that shares as much with what was shown in the year before.
     *
     * @param shown what was shown on days before; showings of the day itself are ignored
     */
    public List<Memory> feature(LocalDate today, List<Choice> choices, List<Showing> shown, int count) {
        Telling telling = telling(today, choices);
        Premiere premiere = new Premiere(maker, telling, shown);
        for (Told one : told(telling)) {
            premiere.consider(one.draft, one.memory);
        }
        return premiere.choose(count);
    }

    /** One memory of all that lies in a folder and below it; empty when nothing there may be shown. */
    public Optional<Memory> ofFolder(Path folder, LocalDate today, List<Choice> choices) {
        return toldOf(folder, telling(today, choices)).map(Told::memory);
    }

    private Optional<Told> toldOf(Path folder, Telling telling) {
        return OfFolder.draft(folder, telling).flatMap(draft -> told(draft, telling));
    }

    /**
     * A memory on request, such as "Anna at the beach 2023": people, places, times and what is shown, in any order.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    public Optional<Memory> create(String request, LocalDate today, List<Choice> choices) {
        OnRequest query = OnRequest.parse(request, insight, words);
        List<Departure> departures = telling(today, choices).departures();
        return toldOf(query, asking(query, today, choices), departures).map(Told::memory);
    }

    /**
     * What the words of a request that are no names were taken for, a sentence each.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    public List<String> readings(String request) {
        return OnRequest.parse(request, insight, words).readings(words);
    }

    /** Whom the user asks for by name is welcome. */
    private Telling asking(OnRequest query, LocalDate today, List<Choice> choices) {
        List<Choice> withAsked = new ArrayList<>(choices);
        withAsked.addAll(query.welcomes());
        return telling(today, withAsked);
    }

    private Optional<Told> toldOf(OnRequest query, Telling asking, List<Departure> departures) {
        return query.draft(asking).flatMap(draft -> told(draft, asking)).map(one -> {
            boolean showsDeparted = one.chosen.stream()
                    .anyMatch(item -> departures.stream()
                            .anyMatch(departure -> item.people().containsAll(departure.people())));
            return showsDeparted ? new Told(one.draft, one.chosen, gentle(one.memory)) : one;
        });
    }

    /** No lively film of somebody who stopped appearing, not even on request. */
    private static Memory gentle(Memory memory) {
        return new Memory(
                memory.id(),
                memory.kind(),
                memory.title(),
                memory.subtitle(),
                memory.firstDay(),
                memory.lastDay(),
                memory.score(),
                Math.min(memory.valence(), GENTLE),
                memory.shots(),
                memory.version());
    }

    /** Why a memory of {@link #tell} is as it is; empty when there is none with this id. */
    public Optional<Explanation> explain(String memoryId, LocalDate today, List<Choice> choices) {
        Telling telling = telling(today, choices);
        return told(telling).stream()
                .filter(one -> one.memory.id().equals(memoryId))
                .findFirst()
                .map(one -> new Reasons(telling).explain(one.draft, one.memory));
    }

    /** Why a memory of {@link #create} or {@link #ofFolder} is as it is; empty when it cannot be made any more. */
    public Optional<Explanation> explainAsked(Memory memory, LocalDate today, List<Choice> choices) {
        return asked(memory, today, choices)
                .map(asked -> new Reasons(asked.telling).explain(asked.told.draft, asked.told.memory));
    }

    /** A memory of {@link #create} or {@link #ofFolder} made anew; empty for others and when nothing may be shown. */
    public Optional<Memory> askAgain(Memory memory, LocalDate today, List<Choice> choices) {
        return asked(memory, today, choices).map(asked -> asked.told.memory);
    }

    private record Asked(Telling telling, Told told) {}

    private Optional<Asked> asked(Memory memory, LocalDate today, List<Choice> choices) {
        return switch (memory.kind()) {
            case OnRequest.KEY -> {
                List<Departure> departures = telling(today, choices).departures();
                yield OnRequest.again(memory.title(), insight, words).flatMap(query -> {
                    Telling asking = asking(query, today, choices);
                    return toldOf(query, asking, departures).map(told -> new Asked(asking, told));
                });
            }
            case OfFolder.KEY -> {
                Telling telling = telling(today, choices);
                yield OfFolder.of(memory, insight)
                        .flatMap(folder -> toldOf(folder, telling))
                        .map(told -> new Asked(telling, told));
            }
            default -> Optional.empty();
        };
    }

    /** What the user may want to decide, as seen on a day. */
    public List<Suggestion> suggest(LocalDate today, List<Choice> choices) {
        return Suggestions.of(telling(today, choices));
    }
}
