package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Person;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.Search;
import app.keepsake.memories.SearchAnswer;
import app.keepsake.memories.TextVectors;
import app.keepsake.operations.search.SavedSearches;
import app.keepsake.server.internal.library.Searches;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.WordVectors;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finding pictures by words, and searches that are kept. Nothing is kept that nobody asks to keep. */
final class SearchRoutes {
    private static final int PAGE = 120;
    private static final int MOST_PEOPLE = 8;
    private static final float[] NO_DIRECTION = {};

    private final Catalog catalog;
    private final Searches searches;
    private final Meanings meanings;
    private final WordVectors vectors;
    private final SavedSearches kept;
    private final Clock clock;
    private final Requests requests;

    SearchRoutes(
            Catalog catalog,
            Searches searches,
            Meanings meanings,
            WordVectors vectors,
            Clock clock,
            Requests requests) {
        this.catalog = catalog;
        this.searches = searches;
        this.meanings = meanings;
        this.vectors = vectors;
        this.kept = new SavedSearches(catalog);
        this.clock = clock;
        this.requests = requests;
    }

    /**
     * What was found.
     *
     * @param total how many pictures fit
     * @param byWords how many of them by their words; the others look like what is meant, and come after those
     * @param pictures at most 120 of them: by words the newest first, then those that look most alike
     * @param parts what words were taken for
     * @param unknown words that mean nothing here
     * @param waits whether asking again in a moment may tell more
     * @param deeper whether asking for what is meant would tell more, by the owner's encoder
     * @param suggestions what could be asked
     */
    record Found(
            int total,
            int byWords,
            List<Long> pictures,
            List<Part> parts,
            List<String> unknown,
            boolean waits,
            boolean deeper,
            List<Suggested> suggestions) {}

    /**
     * Words that were understood.
     *
     * @param from where they begin in the text
     * @param to where they end, exclusive
     * @param sort "person", "place", "thing", "date", "kind", "camera" or "text", which is written in pictures
     * @param alternative whether this or the one before must hold
     * @param without whether it must not hold
     * @param begun whether its name only begins so, as those of others may
     */
    record Part(int from, int to, String sort, String label, boolean alternative, boolean without, boolean begun) {}

    /**
     * Something known in this library.
     *
     * @param words all that is asked with it
     * @param count how many pictures fit then
     */
    record Suggested(String sort, String label, String words, int count) {}

    /** Somebody on pictures that fit. */
    record Fitting(long id, String name) {}

    /** Who is on pictures that fit, those on the most first, at most 8. */
    record People(List<Fitting> people) {}

    /**
     * A search that is kept.
     *
     * @param total how many pictures fit now
     * @param cover the newest of them; 0 when there is none
     */
    @SchemaName("SearchSaved")
    record Kept(String id, String words, int total, long cover) {}

    /** Searches that are kept, by their words. */
    record AllKept(List<Kept> searches) {}

    /** What is looked for. */
    record Wanted(String words) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                                "/api/search",
                                "Pictures that fit words, from a position on, and what could be asked; typing is true while the last word may go on, and meant asks for pictures that look like what is meant.",
                                Found.class,
                                this::find)
                        .withQuery("words", "from", "typing", "meant"),
                Endpoint.get("/api/search/people", "Who is on pictures that fit words.", People.class, this::people)
                        .withQuery("words"),
                Endpoint.get("/api/searches", "Searches that are kept.", AllKept.class, this::all),
                Endpoint.post("/api/searches", "Keeps a search.", Wanted.class, Kept.class, this::keep),
                Endpoint.delete("/api/searches/{search}", "Forgets a search.", this::forget));
    }

    /** What is looked for. @throws Problem when it is too long */
    static String words(Context context) {
        String words = Optional.ofNullable(context.queryParam("words")).orElse("");
        if (words.length() > SavedSearches.LONGEST) {
            throw Problem.invalid("Expected what to look for in at most %d letters, found %d."
                    .formatted(SavedSearches.LONGEST, words.length()));
        }
        return words;
    }

    private Found find(Context context) {
        String from = Optional.ofNullable(context.queryParam("from")).orElse("0");
        if (!from.matches("[0-9]{1,9}")) {
            throw Problem.invalid("Expected a position from 0 on, found \"%s\".".formatted(from));
        }
        boolean typing = Boolean.parseBoolean(context.queryParam("typing"));
        boolean meant = Boolean.parseBoolean(context.queryParam("meant"));
        AtomicBoolean isUnknown = new AtomicBoolean();
        TextVectors asked = words -> {
            Optional<float[]> direction =
                    meant ? vectors.of(words) : vectors.known().of(words);
            isUnknown.set(direction.isEmpty());
            return meant ? direction : Optional.of(direction.orElse(NO_DIRECTION));
        };
        SearchAnswer answer = answer(words(context), typing, Integer.parseInt(from), PAGE, asked);
        return new Found(
                answer.total(),
                answer.byWords(),
                answer.pictures(),
                answer.parts().stream()
                        .map(part -> new Part(
                                part.from(),
                                part.to(),
                                name(part.sort()),
                                part.label(),
                                part.alternative(),
                                part.without(),
                                part.begun()))
                        .toList(),
                answer.unknown(),
                answer.waits(),
                isUnknown.get() && !meant,
                answer.suggestions().stream()
                        .map(one -> new Suggested(name(one.sort()), one.label(), one.words(), one.count()))
                        .toList());
    }

    private SearchAnswer answer(String words, boolean typing, int from, int most, TextVectors asked) {
        return searches.latest()
                .find(new Search.Asking(words, LocalDate.now(clock), typing, from, most), meanings, asked);
    }

    private static String name(SearchAnswer.Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private People people(Context context) {
        List<Long> found = searches.latest()
                .company(words(context), LocalDate.now(clock), meanings, MOST_PEOPLE)
                .people();
        Map<Long, String> names = new HashMap<>();
        catalog.people().all().stream()
                .filter(person -> !person.hidden())
                .forEach(person -> person.name().ifPresent(name -> names.put(person.id(), name)));
        return new People(found.stream()
                .filter(names::containsKey)
                .map(person -> new Fitting(person, Objects.requireNonNull(names.get(person))))
                .toList());
    }

    private AllKept all(Context context) {
        List<Pattern> hidden = requests.isProven(context) ? List.of() : hiddenNames();
        return new AllKept(kept.all().stream()
                .filter(one -> hidden.stream()
                        .noneMatch(name -> name.matcher(one.words()).find()))
                .map(this::view)
                .toList());
    }

    /** Who is hidden is named nowhere, also not in what was looked for before. */
    private List<Pattern> hiddenNames() {
        return catalog.people().all().stream()
                .filter(Person::hidden)
                .flatMap(person -> person.name().stream())
                .map(name -> Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    private Kept view(SavedSearches.Saved saved) {
        SearchAnswer answer = answer(saved.words(), false, 0, 1, TextVectors.NONE);
        return new Kept(
                saved.id(),
                saved.words(),
                answer.total(),
                answer.pictures().stream().findFirst().orElse(0L));
    }

    private Kept keep(Context context) {
        try {
            return view(kept.keep(Json.read(context.bodyAsBytes(), Wanted.class).words()));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object forget(Context context) {
        String id = context.pathParam("search");
        if (!kept.forget(id)) {
            throw Problem.notFound("a kept search", id);
        }
        return null;
    }
}
