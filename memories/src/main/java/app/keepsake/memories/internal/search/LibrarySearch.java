package app.keepsake.memories.internal.search;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Encodings;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Texts;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.Search;
import app.keepsake.memories.SearchAnswer;
import app.keepsake.memories.TextVectors;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds pictures of a library as it was read, by who is in it and what may be seen now. */
public final class LibrarySearch implements Search {
    private static final Optional<float[]> NO_TEXT = Optional.of(new float[0]);

    private final Base base;
    private final List<Names> names;
    private final Set<String> tags;
    private final WrittenWords written;
    private final Matching matching;
    private final BitSet shown;
    private final List<Long> named;

    /** What was read. */
    public record Base(Pictures pictures, Names names, List<Words> languages, TimePhrases times) {}

    /**
     * Reads pictures, in the order of time, those without a date first.
     *
     * @param favourites by what the user said
     * @param all gives each to who asks
     * @param texts gives each line that is written in them
     * @param vectors gives what an encoder says of each
     */
    public static Base read(
            Locale locale,
            Set<ContentHash> favourites,
            Consumer<Consumer<AssetView>> all,
            Consumer<Texts.Visitor> texts,
            Consumer<Encodings.Visitor> vectors) {
        List<Words> languages = new Words(locale).withOthers();
        Pictures.Gathering gathering = new Pictures.Gathering(locale.getCountry(), favourites);
        all.accept(gathering::add);
        gathering.read(texts);
        gathering.see(vectors);
        Pictures pictures = gathering.pictures();
        return new Base(
                pictures,
                KnownNames.of(pictures, languages),
                languages,
                new TimePhrases(new TimeNames(languages), languages.getFirst()));
    }

    /**
     * @param people as they are called now
     * @param unseen assets that may not be seen now
     */
    public LibrarySearch(Base base, List<Person> people, Set<Long> unseen) {
        this.base = base;
        this.named = people.stream()
                .filter(person -> !person.hidden() && person.name().isPresent())
                .map(Person::id)
                .toList();
        this.shown = new BitSet();
        for (int i = 0; i < base.pictures.count(); i++) {
            if (!unseen.contains(base.pictures.id(i))) {
                shown.set(i);
            }
        }
        shown.andNot(base.pictures.halves);
        this.matching = new Matching(base.pictures, shown);
        // What no picture shows that may be seen has no name here: it would tell what is on the others.
        this.names = List.of(
                KnownNames.of(people, base.languages), base.names.only(entry -> matching.isSeen(entry.condition())));
        this.written = new WrittenWords(base.pictures.texts, matching::isSeen);
        this.tags = base.pictures.tags.keySet().stream()
                .filter(tag -> matching.isSeen(new Condition.Tagged(Set.of(tag))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Query parse(String words, LocalDate today, boolean typing, Meanings meanings) {
        return new QueryParser(names, written, base.times, base.languages, tags, meanings).parse(words, today, typing);
    }

    @Override
    public SearchAnswer find(Asking asking, Meanings meanings, TextVectors vectors) {
        Query query = parse(asking.words(), asking.today(), asking.typing(), meanings);
        boolean saysNothing = query.clauses().isEmpty()
                && (asking.words().isBlank() || !query.unknown().isEmpty());
        Meant meant = base.pictures.vectors.isEmpty() ? Meant.NOTHING : Meant.of(query, asking.words());
        Optional<float[]> text = meant.words().isEmpty() ? NO_TEXT : vectors.of(meant.words());
        boolean isSeen = text.filter(each -> each.length > 0).isPresent();
        // What some of the words find is not what all of them mean.
        boolean isPart = isSeen && !query.unknown().isEmpty();
        BitSet found = saysNothing || isPart ? new BitSet() : matching.of(query);
        int byWords = found.cardinality();
        List<Integer> alike = isSeen ? alike(text.orElseThrow(), meant, found) : List.of();
        List<Long> page = page(found, byWords, alike, asking);
        alike.forEach(found::set);
        return new SearchAnswer(
                byWords + alike.size(),
                byWords,
                page,
                parts(query),
                isSeen ? List.of() : query.unknown(),
                query.waits() || text.isEmpty(),
                asking.from() > 0 ? List.of() : suggestions(asking, query, found, saysNothing && !isSeen));
    }

    /** Those that look like what is meant, besides those that were found by words. */
    private List<Integer> alike(float[] text, Meant meant, BitSet found) {
        BitSet among = meant.among(matching);
        among.andNot(found);
        return base.pictures.vectors.nearest(text, shown, among);
    }

    /** Those found by words, the newest first, then those that look alike. */
    private List<Long> page(BitSet found, int byWords, List<Integer> alike, Asking asking) {
        List<Long> page = new ArrayList<>();
        int position = base.pictures.count();
        int last = Math.min(byWords + alike.size(), asking.from() + asking.most());
        for (int i = 0; i < last; i++) {
            position = i < byWords ? found.previousSetBit(position - 1) : alike.get(i - byWords);
            if (i >= asking.from()) {
                page.add(base.pictures.id(position));
            }
        }
        return page;
    }

    private static List<SearchAnswer.Part> parts(Query query) {
        List<SearchAnswer.Part> parts = new ArrayList<>();
        for (Query.Clause clause : query.clauses()) {
            boolean first = true;
            for (Reading reading : clause.anyOf()) {
                parts.add(new SearchAnswer.Part(
                        reading.from(),
                        reading.to(),
                        reading.sort(),
                        reading.label(),
                        !first,
                        clause.without(),
                        reading.begun()));
                first = false;
            }
        }
        return parts;
    }

    private List<SearchAnswer.Suggestion> suggestions(Asking asking, Query query, BitSet found, boolean saysNothing) {
        Suggesting suggesting = new Suggesting(names, base.times, base.languages.getFirst(), matching);
        if (asking.typing() && !asking.words().isBlank()) {
            BitSet rest = matching.of(withoutLast(query, asking.words()));
            List<SearchAnswer.Suggestion> completing = suggesting.completing(asking.words(), rest, asking.today());
            if (!completing.isEmpty()) {
                return completing;
            }
        }
        if (saysNothing) {
            return asking.words().isBlank() ? suggesting.narrowing("", shown, asking.today()) : List.of();
        }
        return suggesting.narrowing(asking.words(), found, asking.today());
    }

    /** All but what the last word was taken for. */
    private static Query withoutLast(Query query, String words) {
        List<Query.Clause> rest = query.clauses().stream()
                .filter(clause -> clause.anyOf().getLast().to() < words.length())
                .toList();
        return new Query(rest, List.of(), false);
    }

    @Override
    public Company company(String words, LocalDate today, Meanings meanings, int most) {
        Query query = parse(words, today, false, meanings);
        if (query.clauses().isEmpty()) {
            return new Company(asset -> false, List.of());
        }
        BitSet found = matching.of(query);
        Set<Long> fitting = new HashSet<>();
        found.stream().forEach(position -> fitting.add(base.pictures.id(position)));
        Map<Long, Integer> counts = new HashMap<>();
        for (long person : named) {
            Bits on = base.pictures.people.get(person);
            int count = on == null ? 0 : on.countIn(found);
            if (count > 0) {
                counts.put(person, count);
            }
        }
        List<Long> people = counts.keySet().stream()
                .sorted(Comparator.comparing((Long person) -> -counts.getOrDefault(person, 0))
                        .thenComparing(person -> person))
                .limit(most)
                .toList();
        return new Company(fitting::contains, people);
    }
}
