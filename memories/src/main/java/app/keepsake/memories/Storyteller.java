package app.keepsake.memories;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Showing;
import app.keepsake.memories.internal.FeaturedSelection;
import app.keepsake.memories.internal.MemoryMaker;
import app.keepsake.memories.internal.Reasons;
import app.keepsake.memories.internal.Suggestions;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
import app.keepsake.memories.internal.group.Departures.Departure;
import app.keepsake.memories.internal.kinds.Beside;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.Highlights;
import app.keepsake.memories.internal.kinds.Kind;
import app.keepsake.memories.internal.kinds.OfAlbum;
import app.keepsake.memories.internal.kinds.OfFolder;
import app.keepsake.memories.internal.kinds.OfSelection;
import app.keepsake.memories.internal.kinds.OnRequest;
import app.keepsake.memories.internal.kinds.Pools;
import app.keepsake.memories.internal.kinds.TellingContext;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.select.Cover;
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
import java.util.stream.Stream;

/**
 * Makes memories of a library. The same library, day, choices and language give the same memories, to the last byte.
 * Keep it while choices change: it remembers what they do not touch. Not safe for use by several threads.
 */
public final class Storyteller {
    /** Of what this class and all below it compute. */
    public static final String VERSION = "memories-2";

    /** Just below the valence from which on films are lively. */
    private static final double GENTLE = -0.01;

    private static final Set<String> TOLD_OF_ONE =
            Set.of(OfFolder.KEY, OfAlbum.KEY, OfSelection.KEY, OnRequest.KEY, Highlights.KEY);

    private final LibraryAnalysis analysis;
    private final Words words;
    private final Holidays holidays = new Holidays();
    private final MemoryMaker maker;
    private final Pools pools;
    private final Map<String, List<String>> formerIds = new HashMap<>();

    public Storyteller(Library library, Locale locale) {
        this.analysis = new LibraryAnalysis(library);
        this.words = new Words(locale);
        this.pools = new Pools(analysis);
        this.maker = new MemoryMaker(VERSION);
    }

    private TellingContext telling(LocalDate today, List<Choice> choices) {
        return new TellingContext(analysis, new Rules(choices, holidays), today, words, holidays, pools);
    }

    /** All memories that can be told on a day, the best first. Some of them may share many shots. */
    public List<Memory> makeMemories(LocalDate today, List<Choice> choices) {
        return make(telling(today, choices)).stream().map(MadeMemory::memory).toList();
    }

    /** What a memory that was told here may have been called when people had other names or numbers, the likeliest first. */
    public List<String> formerIds(String memoryId) {
        return formerIds.getOrDefault(memoryId, List.of());
    }

    /** A memory with what it was made of. */
    private record MadeMemory(Draft draft, List<Item> chosen, Memory memory) {
        MadeMemory coveredBy(long asset) {
            return new MadeMemory(draft, chosen, memory.coveredBy(asset));
        }
    }

    private List<MadeMemory> make(TellingContext context) {
        // Kinds, and the choices of shots below, do not depend on each other.
        List<Draft> drafts = Beside.without(OfAlbum.first(Kind.ALL.parallelStream()
                .filter(kind -> context.rules().forbiddingKind(kind.key()).isEmpty())
                .flatMap(kind -> kind.drafts(context).stream())
                .toList()));
        List<List<Item>> chosen = drafts.parallelStream()
                .map(draft -> maker.choose(draft, context, context.rules()::emphasis))
                .toList();
        List<MadeMemory> told = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            make(drafts.get(i), chosen.get(i), context, ids).ifPresent(told::add);
        }
        told.sort(Comparator.comparingDouble((MadeMemory one) -> one.memory.score())
                .reversed()
                .thenComparing(one -> one.memory.id()));
        Set<Long> covers = new HashSet<>();
        told.replaceAll(one -> {
            long cover = Cover.of(one.chosen, covers);
            covers.add(cover);
            return one.coveredBy(cover);
        });
        return told;
    }

    private Optional<MadeMemory> make(Draft draft, TellingContext context) {
        List<Item> chosen = maker.choose(draft, context, context.rules()::emphasis);
        return make(draft, chosen, context, new HashSet<>());
    }

    private Optional<MadeMemory> make(Draft draft, List<Item> chosen, TellingContext context, Set<String> ids) {
        if (chosen.size() < leastShots(draft, context)) {
            return Optional.empty();
        }
        String id = MemoryId.of(draft.firstDay(), draft.slug(), draft.kind() + " " + draft.anchor(), ids);
        formerIds.put(
                id,
                draft.former().stream()
                        .map(before -> MemoryId.of(
                                draft.firstDay(), before.slug(), draft.kind() + " " + before.anchor(), new HashSet<>()))
                        .toList());
        return Optional.of(new MadeMemory(draft, chosen, maker.memory(draft, id, chosen, context)));
    }

    /** With fewer shots it is not told: one is enough for what the user asked for, and for the smallest libraries. */
    private static int leastShots(Draft draft, TellingContext context) {
        return TOLD_OF_ONE.contains(draft.kind()) ? 1 : context.fewest();
    }

    /**
     * The memories to show on a day, the first one first: none that was shown in the year before, no two that share
     * more than a third of their shots or a cover, none that shares half with what was shown in the year before.
     *
     * @param leftOut ids of those that the user does not want to see
     * @param shown what was shown on days before; showings of the day itself are ignored
     */
    public List<Memory> feature(
            LocalDate today, List<Choice> choices, Set<String> leftOut, List<Showing> shown, int count) {
        TellingContext context = telling(today, choices);
        FeaturedSelection featured = new FeaturedSelection(maker, context, shown);
        for (MadeMemory one : make(context)) {
            if (!leftOut.contains(one.memory.id())) {
                featured.consider(one.draft, one.memory);
            }
        }
        return featured.choose(count);
    }

    /** The same of all memories. */
    public List<Memory> feature(LocalDate today, List<Choice> choices, List<Showing> shown, int count) {
        return feature(today, choices, Set.of(), shown, count);
    }

    /** One memory of all that lies in a folder and below it; empty when nothing there may be shown. */
    public Optional<Memory> ofFolder(Path folder, LocalDate today, List<Choice> choices) {
        return toldOf(folder, telling(today, choices)).map(MadeMemory::memory);
    }

    private Optional<MadeMemory> toldOf(Path folder, TellingContext context) {
        return OfFolder.draft(folder, context).flatMap(draft -> make(draft, context));
    }

    /**
     * One memory of an album under its title; empty when there is no such album or nothing of it may be shown.
     *
     * @param album the catalog's number
     */
    public Optional<Memory> ofAlbum(long album, LocalDate today, List<Choice> choices) {
        TellingContext context = telling(today, choices);
        return analysis.library().albums().stream()
                .filter(one -> one.id() == album)
                .findFirst()
                .flatMap(one -> toldOf(one, context))
                .map(MadeMemory::memory);
    }

    /**
     * The same of an album of a title: the one that a memory was made of, or, where it is found anew, the first.
     *
     * @param memoryId of that memory
     */
    public Optional<Memory> ofAlbum(String title, String memoryId, LocalDate today, List<Choice> choices) {
        List<Memory> made =
                ofAlbums(title, telling(today, choices)).map(MadeMemory::memory).toList();
        return made.stream()
                .filter(memory -> memory.id().equals(memoryId))
                .findFirst()
                .or(() -> made.stream().findFirst());
    }

    private Stream<MadeMemory> ofAlbums(String title, TellingContext context) {
        return analysis.library().albums().stream()
                .filter(album -> album.title().equals(title))
                .flatMap(album -> toldOf(album, context).stream());
    }

    private Optional<MadeMemory> toldOf(LibraryAlbum album, TellingContext context) {
        return OfAlbum.draft(album, context).flatMap(draft -> make(draft, context));
    }

    /** One memory of some pictures; empty when none of them may be shown. */
    public Optional<Memory> ofSelection(Set<ContentHash> pictures, LocalDate today, List<Choice> choices) {
        TellingContext context = telling(today, choices);
        return OfSelection.draft(pictures, context)
                .flatMap(draft -> make(draft, context))
                .map(MadeMemory::memory);
    }

    /**
     * A memory on request, such as "Anna at the beach 2023": people, places, times and what is shown, in any order.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    public Optional<Memory> create(String request, LocalDate today, List<Choice> choices) {
        OnRequest query = OnRequest.parse(request, analysis, words);
        List<Departure> departures = telling(today, choices).departures();
        return toldOf(query, asking(query, today, choices), departures).map(MadeMemory::memory);
    }

    /**
     * What the words of a request that are no names were taken for, a sentence each.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    public List<String> readings(String request) {
        return OnRequest.parse(request, analysis, words).readings(words);
    }

    /** Whom the user asks for by name is welcome. */
    private TellingContext asking(OnRequest query, LocalDate today, List<Choice> choices) {
        List<Choice> withAsked = new ArrayList<>(choices);
        withAsked.addAll(query.welcomes());
        return telling(today, withAsked);
    }

    private Optional<MadeMemory> toldOf(OnRequest query, TellingContext asking, List<Departure> departures) {
        return query.draft(asking).flatMap(draft -> make(draft, asking)).map(one -> {
            boolean showsDeparted = one.chosen.stream()
                    .anyMatch(item -> departures.stream()
                            .anyMatch(departure -> item.people().containsAll(departure.people())));
            return showsDeparted ? new MadeMemory(one.draft, one.chosen, gentle(one.memory)) : one;
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
                        memory.version())
                .coveredBy(memory.cover());
    }

    /** Why a memory of {@link #makeMemories} is as it is; empty when there is none with this id. */
    public Optional<Explanation> explain(String memoryId, LocalDate today, List<Choice> choices) {
        TellingContext context = telling(today, choices);
        return make(context).stream()
                .filter(one -> one.memory.id().equals(memoryId))
                .findFirst()
                .map(one -> new Reasons(context).explain(one.draft, one.memory));
    }

    /** Why a memory of {@link #create}, {@link #ofFolder} or {@link #ofAlbum} is as it is; empty when it cannot be made any more. */
    public Optional<Explanation> explainAsked(Memory memory, LocalDate today, List<Choice> choices) {
        return asked(memory, today, choices)
                .map(asked -> new Reasons(asked.context).explain(asked.made.draft, asked.made.memory));
    }

    /** What was noted of a memory when it was told, on a day that is over or of pictures that have changed since. */
    public Explanation explainAsTold(Memory memory) {
        List<Explanation.Reason> chosen = memory.shots().stream()
                .map(shot -> new Explanation.Reason(shot.assetId(), shot.reason(), true))
                .toList();
        return new Explanation(memory, words.text("because.earlier"), chosen, List.of());
    }

    /**
     * A memory of {@link #create} or {@link #ofFolder} made anew; empty for others and when nothing may be shown. Those of
     * albums are told with all others, or by their requests, as those of selections are.
     */
    public Optional<Memory> askAgain(Memory memory, LocalDate today, List<Choice> choices) {
        return memory.kind().equals(OfAlbum.KEY)
                ? Optional.empty()
                : asked(memory, today, choices).map(asked -> asked.made.memory);
    }

    private record Asked(TellingContext context, MadeMemory made) {}

    private Optional<Asked> asked(Memory memory, LocalDate today, List<Choice> choices) {
        return switch (memory.kind()) {
            case OnRequest.KEY -> {
                List<Departure> departures = telling(today, choices).departures();
                yield OnRequest.again(memory.title(), analysis, words).flatMap(query -> {
                    TellingContext asking = asking(query, today, choices);
                    return toldOf(query, asking, departures).map(made -> new Asked(asking, made));
                });
            }
            case OfFolder.KEY -> {
                TellingContext context = telling(today, choices);
                yield OfFolder.of(memory, analysis)
                        .flatMap(folder -> toldOf(folder, context))
                        .map(made -> new Asked(context, made));
            }
            case OfAlbum.KEY -> {
                TellingContext context = telling(today, choices);
                yield ofAlbums(memory.title(), context)
                        .filter(made -> made.memory.id().equals(memory.id()))
                        .findFirst()
                        .map(made -> new Asked(context, made));
            }
            default -> Optional.empty();
        };
    }

    /** What the user may want to decide, as seen on a day. */
    public List<Suggestion> suggest(LocalDate today, List<Choice> choices) {
        return Suggestions.of(telling(today, choices));
    }
}
