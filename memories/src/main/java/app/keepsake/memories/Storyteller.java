package app.keepsake.memories;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Showing;
import app.keepsake.memories.internal.Insight;
import app.keepsake.memories.internal.MemoryMaker;
import app.keepsake.memories.internal.Premiere;
import app.keepsake.memories.internal.Reasons;
import app.keepsake.memories.internal.Suggestions;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.Kind;
import app.keepsake.memories.internal.kinds.OfFolder;
import app.keepsake.memories.internal.kinds.OnRequest;
import app.keepsake.memories.internal.kinds.Telling;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.words.Holidays;
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
 * Keep it while choices change: it remembers what they do not touch. Not safe for use by several threads.
 */
public final class Storyteller {
    /** Of what this class and all below it compute. */
    public static final String VERSION = "memories-1";

    private final Insight insight;
    private final Words words;
    private final Holidays holidays = new Holidays();
    private final MemoryMaker maker;

    public Storyteller(Library library, Locale locale) {
        this.insight = new Insight(library);
        this.words = new Words(locale);
        this.maker = new MemoryMaker(insight.duplicates(), VERSION);
    }

    private Telling telling(LocalDate today, List<Choice> choices) {
        return new Telling(insight, new Rules(choices, holidays), today, words, holidays);
    }

    /** All memories that can be told on a day, the best first. Some of them may share many shots. */
    public List<Memory> tell(LocalDate today, List<Choice> choices) {
        return told(telling(today, choices)).stream().map(Told::memory).toList();
    }

    /** A memory with what it was made of. */
    private record Told(Draft draft, Memory memory) {}

    private List<Told> told(Telling telling) {
        List<Told> told = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Kind kind : Kind.ALL) {
            if (telling.rules().forbiddingKind(kind.key()).isEmpty()) {
                for (Draft draft : kind.drafts(telling)) {
                    told(draft, telling, ids).ifPresent(told::add);
                }
            }
        }
        told.sort(Comparator.comparingDouble((Told one) -> one.memory.score())
                .reversed()
                .thenComparing(one -> one.memory.id()));
        return told;
    }

    private Optional<Told> told(Draft draft, Telling telling, Set<String> ids) {
        List<Item> chosen = maker.choose(draft, telling.rules()::emphasis);
        if (chosen.size() < draft.leastShots()) {
            return Optional.empty();
        }
        String id = MemoryId.of(draft.firstDay(), draft.slug(), draft.kind() + " " + draft.anchor(), ids);
        return Optional.of(new Told(draft, maker.memory(draft, id, chosen, telling)));
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
        Telling telling = telling(today, choices);
        return OfFolder.draft(folder, telling)
                .flatMap(draft -> told(draft, telling, new HashSet<>()))
                .map(Told::memory);
    }

    /**
     * A memory on request, such as "Anna at the beach 2023": people, places, times and what is shown, in any order.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    public Optional<Memory> create(String request, LocalDate today, List<Choice> choices) {
        return created(request, today, choices).map(Told::memory);
    }

    private Optional<Told> created(String request, LocalDate today, List<Choice> choices) {
        OnRequest query = OnRequest.parse(request, insight, words);
        List<Choice> withAsked = new ArrayList<>(choices);
        withAsked.addAll(query.welcomes());
        Telling telling = telling(today, withAsked);
        return query.draft(telling).flatMap(draft -> told(draft, telling, new HashSet<>()));
    }

    /** Why a memory of {@link #tell} is as it is; empty when there is none with this id. */
    public Optional<Explanation> explain(String memoryId, LocalDate today, List<Choice> choices) {
        Telling telling = telling(today, choices);
        return told(telling).stream()
                .filter(one -> one.memory.id().equals(memoryId))
                .findFirst()
                .map(one -> new Reasons(telling, maker).explain(one.draft, one.memory));
    }

    /** What the user may want to decide, as seen on a day. */
    public List<Suggestion> suggest(LocalDate today, List<Choice> choices) {
        return Suggestions.of(telling(today, choices));
    }
}
