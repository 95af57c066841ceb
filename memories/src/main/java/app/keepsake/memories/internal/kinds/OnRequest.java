package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
import app.keepsake.memories.internal.group.Years;
import app.keepsake.memories.internal.words.Words;
import java.time.Instant;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A memory that the user asked for: "Anna at the beach 2023". Each phrase of the request, the longest first, is looked
 * up among the names of people, the years, months and seasons, the places, and the tags of the library; what is left, by
 * what it means. All must hold, people and things each; of several times or places one, and of what has "or" between it.
 */
public final class OnRequest {
    public static final String KEY = "request";

    private static final int LONGEST_PHRASE = 4;
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final double WEIGHT = 2;
    /** English and German words that carry no condition. */
    private static final Set<String> FILLERS = Set.of(
            "a",
            "an",
            "and",
            "at",
            "by",
            "during",
            "for",
            "from",
            "in",
            "me",
            "memories",
            "my",
            "of",
            "on",
            "our",
            "photos",
            "pictures",
            "the",
            "to",
            "videos",
            "we",
            "with",
            "am",
            "auf",
            "aus",
            "bei",
            "beim",
            "bilder",
            "das",
            "dem",
            "den",
            "der",
            "die",
            "ein",
            "eine",
            "fotos",
            "im",
            "mein",
            "meine",
            "mit",
            "und",
            "unser",
            "unsere",
            "vom",
            "von",
            "zu",
            "zum");

    private final String request;
    /** One entry for each name: those who have it. */
    private final List<List<Long>> people = new ArrayList<>();

    private final List<Predicate<Item>> times = new ArrayList<>();
    private final List<Predicate<Item>> years = new ArrayList<>();
    private final List<Predicate<Item>> places = new ArrayList<>();
    private final List<Predicate<Item>> tags = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    /** What words that are no names were taken for. */
    private final Map<String, List<String>> readings = new LinkedHashMap<>();
    /** Whether the next phrase is an alternative to the last of its sort. */
    private boolean alternative;

    private OnRequest(String request) {
        this.request = request;
    }

    /**
     * Understands a request.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    public static OnRequest parse(String request, LibraryAnalysis analysis, Words words) {
        OnRequest query = new OnRequest(request.strip());
        List<String> parts = Arrays.stream(Vocabulary.BREAKS.split(request.strip()))
                .filter(part -> !part.isEmpty())
                .toList();
        Vocabulary vocabulary = new Vocabulary(analysis, words);
        List<String> free = new ArrayList<>();
        int i = 0;
        while (i < parts.size()) {
            int understood = query.understand(parts, i, vocabulary);
            if (understood == 0 && vocabulary.or.contains(Vocabulary.plain(parts.get(i)))) {
                query.addFree(free, vocabulary);
                free.clear();
                query.alternative = true;
            } else if (understood == 0) {
                free.add(parts.get(i));
            } else {
                query.addFree(free, vocabulary);
                free.clear();
            }
            i += Math.max(1, understood);
        }
        query.addFree(free, vocabulary);
        if (!query.unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing known of %s: it names nobody and no place, and means nothing that is seen in the pictures of this library. Use names of people, places, years, months, seasons, and what pictures show, such as: %s."
                            .formatted(
                                    query.unknown.stream()
                                            .map(word -> '"' + word + '"')
                                            .collect(Collectors.joining(", ")),
                                    vocabulary.examples()));
        }
        if (query.conditions().isEmpty()) {
            throw new IllegalArgumentException(
                    "A request names at least one person, place, time or thing, for example \"Anna at the beach"
                            + " 2023\".");
        }
        return query;
    }

    /** The request of a memory that was made before; empty when its words mean nothing any more. */
    public static Optional<OnRequest> again(String title, LibraryAnalysis analysis, Words words) {
        try {
            return Optional.of(parse(title, analysis, words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many words were understood together. */
    private int understand(List<String> parts, int from, Vocabulary vocabulary) {
        for (int length = Math.min(LONGEST_PHRASE, parts.size() - from); length > 0; length--) {
            String phrase = Vocabulary.plain(String.join(" ", parts.subList(from, from + length)));
            if (add(phrase, vocabulary)) {
                return length;
            }
        }
        return 0;
    }

    /** Words that are no names, one after the other: the longest phrases first, by what they mean. */
    private void addFree(List<String> words, Vocabulary vocabulary) {
        int from = 0;
        while (from < words.size()) {
            int length = FILLERS.contains(Vocabulary.plain(words.get(from))) ? 1 : addFree(words, from, vocabulary);
            if (length == 0) {
                unknown.add(words.get(from));
            }
            from += Math.max(1, length);
        }
    }

    private int addFree(List<String> words, int from, Vocabulary vocabulary) {
        int end = from;
        while (end < words.size()
                && end < from + LONGEST_PHRASE
                && !FILLERS.contains(Vocabulary.plain(words.get(end)))) {
            end++;
        }
        for (int to = end; to > from; to--) {
            String phrase = Vocabulary.plain(String.join(" ", words.subList(from, to)));
            List<String> meant = vocabulary.tagsLike(phrase);
            if (!meant.isEmpty()) {
                addTag(item -> item.tags().stream().anyMatch(meant::contains));
                readings.put(phrase, meant);
                return to - from;
            }
        }
        return 0;
    }

    /** Another thing that must be seen, unless the one before may be instead. */
    private boolean addTag(Predicate<Item> tag) {
        tags.add(alternative && !tags.isEmpty() ? tags.removeLast().or(tag) : tag);
        alternative = false;
        return true;
    }

    private boolean addPerson(List<Long> called) {
        people.add(
                alternative && !people.isEmpty()
                        ? Stream.concat(people.removeLast().stream(), called.stream())
                                .toList()
                        : called);
        alternative = false;
        return true;
    }

    private boolean add(String phrase, Vocabulary vocabulary) {
        if (vocabulary.people.containsKey(phrase)) {
            return addPerson(vocabulary.people.getOrDefault(phrase, List.of()));
        }
        if (YEAR.matcher(phrase).matches()) {
            int year = Integer.parseInt(phrase);
            return years.add(item -> item.day().getYear() == year && item.isOfOneYear());
        }
        if (vocabulary.months.containsKey(phrase)) {
            Set<Month> months = vocabulary.months.getOrDefault(phrase, Set.of());
            return times.add(item -> Years.areOf(months, item.day(), item.until()));
        }
        if (vocabulary.places.contains(phrase)) {
            return places.add(item -> vocabulary.namesOf(item.place()).contains(phrase));
        }
        Set<String> meant = vocabulary.tagsFor(phrase);
        return !meant.isEmpty() && addTag(item -> item.tags().stream().anyMatch(meant::contains));
    }

    private List<Predicate<Item>> conditions() {
        List<Predicate<Item>> all = new ArrayList<>();
        if (!people.isEmpty()) {
            all.add(item -> people.stream().allMatch(called -> called.stream().anyMatch(item.people()::contains)));
        }
        all.addAll(tags);
        for (List<Predicate<Item>> sort : List.of(times, years, places)) {
            if (!sort.isEmpty()) {
                all.add(item -> sort.stream().anyMatch(condition -> condition.test(item)));
            }
        }
        return all;
    }

    /** Whom the user asks for by name may be shown, even if they stopped appearing. */
    public List<Choice> welcomes() {
        List<Long> ids =
                people.stream().flatMap(List::stream).distinct().sorted().toList();
        List<Choice> welcomes = new ArrayList<>();
        for (long person : ids) {
            welcomes.add(allow(new Subject.OfPerson(person)));
            for (long other : ids) {
                if (person < other) {
                    welcomes.add(allow(new Subject.OfPair(person, other)));
                }
            }
        }
        return welcomes;
    }

    private List<String> because(Words words) {
        List<String> sentences = new ArrayList<>(List.of(words.text("because.asked")));
        sentences.addAll(readings(words));
        return sentences;
    }

    /** What words that are no names were taken for, a sentence each. */
    public List<String> readings(Words words) {
        return readings.entrySet().stream()
                .map(entry -> words.text(
                        "because.read",
                        entry.getKey(),
                        words.list(entry.getValue().stream().map(words::tag).toList())))
                .toList();
    }

    private static Choice allow(Subject subject) {
        return new Choice(0, Choice.Stance.ALLOW, subject, "", Instant.EPOCH);
    }

    /** Empty when no picture fulfils the request or may be shown. */
    public Optional<Draft> draft(TellingContext context) {
        List<Predicate<Item>> conditions = conditions();
        boolean asksForTimes = !times.isEmpty() || !years.isEmpty();
        List<Item> known =
                asksForTimes ? context.analysis().items() : context.analysis().all();
        List<Item> source = known.stream()
                .filter(item -> conditions.stream().allMatch(condition -> condition.test(item)))
                .toList();
        String anchor = Vocabulary.plain(request);
        List<Item> pool = context.pool(KEY, anchor, source);
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        Words words = context.words();
        Draft draft = Draft.of(KEY, anchor, source, pool);
        return Optional.of(draft.slug(request)
                .titled(words.capital(request), context.period(pool))
                .because(String.join(" ", because(words)))
                .weighing(WEIGHT));
    }
}
